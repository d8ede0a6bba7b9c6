package io.venturi.testing;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Tanh;

/** A spec whose network, written by hand, is what the processor would write. */
@Autoencoder(input = 6)
@Squared
public interface SmallAutoencoder {

  @Encoder
  @Dense(units = 5, activation = Tanh.class)
  Layer wide();

  @Bottleneck
  @Dense(units = 3, activation = Sigmoid.class)
  Layer code();

  @Decoder
  @Dense(units = 5, activation = Tanh.class)
  Layer widen();

  @Decoder
  @Dense(units = 6, activation = Sigmoid.class)
  Layer pixels();
}
