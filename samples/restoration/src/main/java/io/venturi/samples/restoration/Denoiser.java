package io.venturi.samples.restoration;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.Overcomplete;
import io.venturi.convolutional.Conv2D;
import io.venturi.convolutional.Conv2DTranspose;
import io.venturi.convolutional.Padding;
import io.venturi.denoising.Denoising;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.losses.BinaryCrossEntropy;
import io.venturi.noise.GaussianNoise;

/**
 * Sees noisy images and learns to give the clean ones. What it learns are filters of its own. Its
 * code is wider than an image, since nothing has to be short here: the noise alone keeps it from
 * copying what enters.
 *
 * <p>Cross-entropy has the same best answer as squared error, the mean of what may have been there,
 * and does not lose its slope where an image is black, as most of MNIST's pixels are.
 */
@Denoising
@GaussianNoise(standardDeviation = 0.3, min = 0, max = 1)
@BinaryCrossEntropy
@Overcomplete
@Autoencoder(input = {28, 28, 1})
public interface Denoiser {
  @Encoder
  @Conv2D(filters = 32, kernel = 4, stride = 2, padding = Padding.SAME, activation = Relu.class)
  Layer half();

  @Bottleneck
  @Conv2D(filters = 64, kernel = 3, stride = 2, padding = Padding.SAME, activation = Relu.class)
  Layer code();

  @Decoder
  @Conv2DTranspose(
      filters = 32,
      kernel = 4,
      stride = 2,
      padding = Padding.SAME,
      activation = Relu.class)
  Layer twice();

  @Decoder
  @Conv2DTranspose(
      filters = 1,
      kernel = 4,
      stride = 2,
      padding = Padding.SAME,
      activation = Sigmoid.class)
  Layer pixels();
}
