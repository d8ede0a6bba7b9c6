package com.example;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.kernel.Tanh;
import io.venturi.losses.MeanSquaredError;

/** A spec among the tests, of any width. */
@Autoencoder(input = Autoencoder.FROM_DATA)
@MeanSquaredError
interface Table {
  @Encoder @Dense(share = 0.5, activation = Tanh.class)
  Layer narrow();

  @Bottleneck @Dense(units = 3)
  Layer code();

  @Decoder @Dense
  Layer readings();

  /** Does not compile if the networks are not there. */
  static int parameters() {
    return new Table_Network(10).parameters().size();
  }
}
