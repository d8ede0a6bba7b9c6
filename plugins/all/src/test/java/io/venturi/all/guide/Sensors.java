package io.venturi.all.guide;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Tanh;
import io.venturi.losses.MeanSquaredError;

/** Twelve sensors through a code of three numbers. */
@Autoencoder(input = 12)
@MeanSquaredError
public interface Sensors {
  @Encoder
  @Dense(units = 8, activation = Tanh.class)
  Layer narrow();

  @Bottleneck
  @Dense(units = 3, activation = Linear.class)
  Layer code();

  @Decoder
  @Dense(units = 8, activation = Tanh.class)
  Layer widen();

  @Decoder
  @Dense(units = 12, activation = Linear.class)
  Layer readings();
}
