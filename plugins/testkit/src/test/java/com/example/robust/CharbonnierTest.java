package com.example.robust;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.Mirrored;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Tanh;
import io.venturi.testkit.Conformance;
import io.venturi.testkit.ConformanceTest;

class CharbonnierTest extends ConformanceTest {

  @Autoencoder(input = 7, decoder = @Mirrored(output = Linear.class))
  @Charbonnier(epsilon = 0.2)
  interface Small {
    @Encoder
    @Dense(units = 5, activation = Tanh.class)
    Layer narrow();

    @Bottleneck
    @Dense(units = 3)
    Layer code();
  }

  @Override
  protected Conformance conformance() {
    return Conformance.of(Small.class)
        .loss(row -> row.mean((y, x) -> Math.sqrt((y - x) * (y - x) + 0.04)));
  }
}
