package io.venturi.convolutional;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Tensor;
import io.venturi.spi.NetworkWorkspace;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Layers that make images of another size channel by channel: the way over the images of a batch.
 */
abstract class ResamplingKernel extends ShapeKernel {

  private static final int LARGE = 0;
  private static final int SMALL = 1;
  private static final int CHOICES = 2;

  ResamplingKernel(int inputs, int outputs, Activation activation) {
    super(inputs, outputs, activation);
  }

  /**
   * {@code resampled = T(image)}.
   *
   * @param choices out: what the other two will need, for each output value
   */
  abstract void resample(float[] image, float[] resampled, float[] choices);

  /** {@code resampled = T'(image)}, with the choices that were made. */
  void follow(float[] image, float[] resampled, float[] choices) {
    resample(image, resampled, choices);
  }

  /** {@code image += T'ᵀ(resampled)}, with the choices that were made. */
  abstract void spread(float[] resampled, float[] image, float[] choices);

  @Override
  final void transform(NetworkWorkspace w, Tensor in, ShapeActivations out) {
    float[] image = w.tile(LARGE);
    float[] resampled = w.tile(SMALL);
    float[] choices = w.tile(CHOICES);
    for (int row = 0; row < w.rows(); row++) {
      in.read(row * inputs(), image, inputs());
      resample(image, resampled, choices);
      out.value().write(row * outputs(), resampled, outputs());
      if (out.choices != null) {
        out.choices.write(row * outputs(), choices, outputs());
      }
    }
  }

  @Override
  final void derivative(NetworkWorkspace w, Tensor from, ShapeActivations out, Tensor to) {
    float[] image = w.tile(LARGE);
    float[] resampled = w.tile(SMALL);
    for (int row = 0; row < w.rows(); row++) {
      from.read(row * inputs(), image, inputs());
      follow(image, resampled, choices(w, row, out.choices));
      to.write(row * outputs(), resampled, outputs());
    }
  }

  @Override
  final void adjoint(NetworkWorkspace w, Tensor from, ShapeActivations out, Tensor to) {
    float[] image = w.tile(LARGE);
    float[] resampled = w.tile(SMALL);
    for (int row = 0; row < w.rows(); row++) {
      from.read(row * outputs(), resampled, outputs());
      Arrays.fill(image, 0, inputs(), 0f);
      spread(resampled, image, choices(w, row, out.choices));
      to.write(row * inputs(), image, inputs());
    }
  }

  private float[] choices(NetworkWorkspace w, int row, @Nullable Tensor made) {
    float[] choices = w.tile(CHOICES);
    if (made != null) {
      made.read(row * outputs(), choices, outputs());
    }
    return choices;
  }
}
