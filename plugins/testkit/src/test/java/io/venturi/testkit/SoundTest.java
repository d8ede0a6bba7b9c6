package io.venturi.testkit;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Tanh;

class SoundTest extends ConformanceTest {

  @Override
  protected Conformance conformance() {
    return Conformance.of(SoundSpec.class).loss(row -> row.sum((y, x) -> (y - x) * (y - x)));
  }

  @Autoencoder(input = 7)
  @AnyLoss
  interface SoundSpec {
    @Encoder
    @Dense(units = 6, activation = Tanh.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3, activation = Sigmoid.class)
    Layer code();

    @Decoder
    @Dense(units = 5, activation = Tanh.class)
    Layer second();

    @Decoder
    @Dense(units = 7, activation = Sigmoid.class)
    Layer last();
  }
}
