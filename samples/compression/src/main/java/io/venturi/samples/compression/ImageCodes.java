package io.venturi.samples.compression;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.losses.GaussianLikelihood;
import io.venturi.variational.Variational;

/**
 * Images of 28 × 28 pixels through a code that knows it will be quantised: a variational
 * autoencoder decodes from codes with noise, as quantisation adds it, and its divergence is a bound
 * on the bits that codes take. So its loss is rate plus distortion, and the variance says how much
 * error a bit may cost (Ballé, Laparra and Simoncelli, End-to-end optimized image compression,
 * 2017; Theis, Shi, Cunningham and Huszár, Lossy image compression with compressive autoencoders,
 * 2017). Numbers of the code that do not pay can be given up in training, and then take no bytes.
 */
@Autoencoder(input = 784)
@Variational
@GaussianLikelihood(variance = 0.015)
public interface ImageCodes {
  @Encoder
  @Dense(units = 512, activation = Relu.class)
  Layer wide();

  @Encoder
  @Dense(units = 256, activation = Relu.class)
  Layer narrow();

  @Bottleneck
  @Dense(units = 48)
  Layer code();

  @Decoder
  @Dense(units = 256, activation = Relu.class)
  Layer widen();

  @Decoder
  @Dense(units = 512, activation = Relu.class)
  Layer wider();

  @Decoder
  @Dense(units = 784, activation = Sigmoid.class)
  Layer pixels();
}
