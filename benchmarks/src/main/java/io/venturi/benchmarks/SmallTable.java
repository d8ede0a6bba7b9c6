package io.venturi.benchmarks;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Relu;
import io.venturi.losses.MeanSquaredError;

/** The size of most anomaly detection on tables. */
@Autoencoder(input = 30)
@MeanSquaredError
public interface SmallTable {
  @Encoder
  @Dense(units = 16, activation = Relu.class)
  Layer narrow();

  @Bottleneck
  @Dense(units = 8, activation = Relu.class)
  Layer code();

  @Decoder
  @Dense(units = 16, activation = Relu.class)
  Layer widen();

  @Decoder
  @Dense(units = 30, activation = Linear.class)
  Layer columns();
}
