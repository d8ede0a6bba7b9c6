package io.venturi.convolutional;

import io.venturi.annotation.Layer;
import io.venturi.kernel.Activation;
import io.venturi.kernel.Initializer;
import io.venturi.kernel.Matrices;
import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.layer.ElementwisePasses;
import io.venturi.spi.Activations;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.ParameterSpec;
import io.venturi.spi.Parameters;
import java.util.Arrays;

/**
 * A convolution: {@code y = f(patches(x) · W + b)}, with {@code Σ} over rows in all parameter
 * gradients. Images of shape (height, width, channels) enter, (rows of windows, columns of windows,
 * filters) leave.
 */
public final class Conv2DKernel extends ConvolutionKernel {

  /**
   * A layer with weights of its own.
   *
   * @param window as {@link Window#parse} reads it
   */
  public Conv2DKernel(
      int height,
      int width,
      int channels,
      int outputHeight,
      int outputWidth,
      int filters,
      String window,
      Activation activation,
      Initializer initializer) {
    super(
        new Geometry(height, width, channels, outputHeight, outputWidth, Window.parse(window)),
        filters,
        activation,
        initializer,
        null);
  }

  /** The mirror of a transposed convolution, with its weights. */
  public Conv2DKernel(Conv2DTransposeKernel original, Activation activation) {
    super(original.geometry, original.windowChannels, activation, null, original);
  }

  @Override
  public int inputs() {
    return geometry.size();
  }

  @Override
  public int outputs() {
    return geometry.windows() * windowChannels;
  }

  @Override
  int filters() {
    return windowChannels;
  }

  @Override
  ParameterSpec weightSpec(Initializer initializer) {
    int fanOut = geometry.patchSize() / geometry.channels() * windowChannels;
    return ParameterSpec.weights(
        geometry.patchSize(), windowChannels, geometry.patchSize(), fanOut, initializer);
  }

  @Override
  public void forward(NetworkWorkspace w, Activations in, ConvolutionActivations out) {
    float[] bias = w.tile(OTHERS);
    ElementwisePasses.repeat(biases().values(), bias, Tiles.rows(windowChannels));
    int total = w.rows() * geometry.windows();
    for (int first = 0; first < total; first += blockWindows()) {
      int count = Math.min(blockWindows(), total - first);
      cut(w, in, out, first, count);
      Matrices.multiply(count, out.patches, weights().values(), out.pixels, 0f);
      activate(w, out, first, count, bias);
    }
    if (fused != activation) {
      ElementwisePasses.activate(w, out.value(), activation, out.preActivation);
    }
  }

  /** The products of a block, with bias and activation, become a part of the output. */
  private void activate(
      NetworkWorkspace w, ConvolutionActivations out, int first, int count, float[] bias) {
    float[] values = w.tile(VALUES);
    Tensor kept = fused == activation ? out.preActivation : null;
    int step = Tiles.rows(windowChannels);
    for (int done = 0; done < count; done += step) {
      int rows = Math.min(step, count - done);
      int n = rows * windowChannels;
      int at = (first + done) * windowChannels;
      out.pixels.read(done * windowChannels, values, n);
      if (kept == null) {
        fused.apply(values, bias, rows, windowChannels);
      } else {
        for (int i = 0; i < n; i++) {
          values[i] += bias[i];
        }
        kept.write(at, values, n);
        fused.apply(values, rows, windowChannels);
      }
      out.value().write(at, values, n);
    }
  }

  @Override
  public void backward(NetworkWorkspace w, Activations in, ConvolutionActivations out) {
    if (fused != activation) {
      ElementwisePasses.activationGradient(w, out.gradient(), out.derivativeAt(), activation);
    }
    float biasBeta = w.accumulatesGradients() ? 1f : 0f;
    float beta = firstBeta(w);
    int total = w.rows() * geometry.windows();
    for (int first = 0; first < total; first += blockWindows()) {
      int count = Math.min(blockWindows(), total - first);
      differentiate(w, out, first, count);
      Matrices.columnSums(count, out.pixels, out.biasGradient(), biasBeta);
      cut(w, in, out, first, count);
      Matrices.multiplyTransposedA(count, out.patches, out.pixels, out.weightGradient(), beta);
      biasBeta = 1f;
      beta = 1f;
      if (in.hasGradient()) {
        Matrices.multiplyTransposedB(count, out.pixels, weights().values(), out.patches, 0f);
        add(w, in, out, first, count);
      }
    }
  }

  /** A part of the output's gradient becomes that of a block's products. */
  private void differentiate(NetworkWorkspace w, ConvolutionActivations out, int first, int count) {
    float[] values = w.tile(VALUES);
    float[] at = w.tile(OTHERS);
    int step = Tiles.rows(windowChannels);
    for (int done = 0; done < count; done += step) {
      int rows = Math.min(step, count - done);
      int n = rows * windowChannels;
      out.gradient().read((first + done) * windowChannels, values, n);
      if (!fused.isIdentity()) {
        out.derivativeAt().read((first + done) * windowChannels, at, n);
        fused.gradient(values, at, rows, windowChannels);
      }
      out.pixels.write(done * windowChannels, values, n);
    }
  }

  @Override
  void load(
      NetworkWorkspace w, Activations in, ConvolutionActivations out, int row, float[] image) {
    in.value().read(row * geometry.size(), image, geometry.size());
  }

  @Override
  void begin(NetworkWorkspace w, float[] image) {
    Arrays.fill(image, 0, geometry.size(), 0f);
  }

  @Override
  void end(NetworkWorkspace w, Activations in, ConvolutionActivations out, int row, float[] image) {
    in.gradient().write(row * geometry.size(), image, geometry.size());
  }

  @Override
  public Layer layer(String name, Parameters parameters) {
    return new ConvolutionLayer(name, "convolution", this, parameters);
  }
}
