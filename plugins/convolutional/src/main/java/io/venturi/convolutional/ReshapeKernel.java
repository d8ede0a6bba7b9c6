package io.venturi.convolutional;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Tensor;
import io.venturi.spi.NetworkWorkspace;

/** The same values in another shape: rows lie in memory as they did. */
public final class ReshapeKernel extends ShapeKernel {

  /** A layer for rows of so many values. */
  public ReshapeKernel(int width, Activation activation) {
    super(width, width, activation);
  }

  @Override
  void transform(NetworkWorkspace w, Tensor in, ShapeActivations out) {
    out.value().copyFrom(in, w.rows() * inputs());
  }

  @Override
  void derivative(NetworkWorkspace w, Tensor from, ShapeActivations out, Tensor to) {
    to.copyFrom(from, w.rows() * inputs());
  }

  @Override
  void adjoint(NetworkWorkspace w, Tensor from, ShapeActivations out, Tensor to) {
    to.copyFrom(from, w.rows() * inputs());
  }

  @Override
  String describe() {
    return "reshaped";
  }
}
