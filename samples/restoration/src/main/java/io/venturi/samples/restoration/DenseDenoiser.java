package io.venturi.samples.restoration;

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

/** Dense. */
@Denoising
@GaussianNoise(standardDeviation = 0.3, min = 0, max = 1)
@MeanSquaredError
@Autoencoder(input = {28, 28, 1})
public interface DenseDenoiser {
  @Encoder
  @Dense(units = 512, activation = Relu.class)
  Layer wide();

  @Bottleneck
  @Dense(units = 256, activation = Relu.class)
  Layer code();

  @Decoder
  @Dense(units = 512, activation = Relu.class)
  Layer wider();

  @Decoder
  @Dense(units = 784, activation = Sigmoid.class)
  Layer pixels();
}
