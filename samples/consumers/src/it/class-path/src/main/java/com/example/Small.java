package com.example;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Layer;
import io.venturi.losses.MeanSquaredError;

@Autoencoder(input = 8)
@MeanSquaredError
public interface Small {
  @Bottleneck @Dense(units = 2) Layer code();
  @Decoder    @Dense(units = 8) Layer rebuilt();

  /** Does not compile if the network is not there. */
  static Small untrained() {
    return new Small_Network().layers();
  }
}
