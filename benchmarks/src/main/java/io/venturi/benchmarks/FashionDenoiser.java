package io.venturi.benchmarks;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.denoising.Denoising;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.losses.MeanSquaredError;
import io.venturi.noise.GaussianNoise;

/** The spec of the quickstart, trained to take noise away. */
@Denoising
@GaussianNoise(standardDeviation = 0.3, min = 0, max = 1)
@Autoencoder(input = 784)
@MeanSquaredError
interface FashionDenoiser {
  @Encoder
  @Dense(units = 256, activation = Relu.class)
  Layer wide();

  @Encoder
  @Dense(units = 128, activation = Relu.class)
  Layer narrow();

  @Bottleneck
  @Dense(units = 32, activation = Relu.class)
  Layer code();

  @Decoder
  @Dense(units = 128, activation = Relu.class)
  Layer widen();

  @Decoder
  @Dense(units = 256, activation = Relu.class)
  Layer wider();

  @Decoder
  @Dense(units = 784, activation = Sigmoid.class)
  Layer pixels();
}
