package io.venturi.benchmarks;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Tanh;
import io.venturi.losses.MeanSquaredError;

/** 64 readings through a code of four numbers. */
@Autoencoder(input = 64)
@MeanSquaredError
interface Sensors {
  @Encoder
  @Dense(units = 32, activation = Tanh.class)
  Layer narrow();

  @Bottleneck
  @Dense(units = 4, activation = Linear.class)
  Layer code();

  @Decoder
  @Dense(units = 32, activation = Tanh.class)
  Layer widen();

  @Decoder
  @Dense(units = 64, activation = Linear.class)
  Layer readings();
}
