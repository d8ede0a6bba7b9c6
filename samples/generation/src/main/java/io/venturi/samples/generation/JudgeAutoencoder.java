package io.venturi.samples.generation;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.Vanilla;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.losses.MeanSquaredError;

/** Draws nothing: real and generated images are compared by its codes. */
@Vanilla
@MeanSquaredError
@Autoencoder(input = 784)
public interface JudgeAutoencoder {
  @Encoder
  @Dense(units = 256, activation = Relu.class)
  Layer wide();

  @Encoder
  @Dense(units = 128, activation = Relu.class)
  Layer narrow();

  @Bottleneck
  @Dense(units = 32)
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
