package io.venturi.all;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.Mirrored;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Tanh;
import io.venturi.losses.MeanSquaredError;

/** Small specs of several code sizes. */
final class ReductionSpecs {

  private ReductionSpecs() {}

  @Autoencoder(input = 6, decoder = @Mirrored(output = Linear.class))
  @MeanSquaredError
  interface Two {
    @Encoder
    @Dense(units = 24, activation = Tanh.class)
    Layer wide();

    @Bottleneck
    @Dense(units = 2)
    Layer code();
  }

  @Autoencoder(input = 6, decoder = @Mirrored(output = Linear.class))
  @MeanSquaredError
  interface Three {
    @Bottleneck
    @Dense(units = 3)
    Layer code();
  }

  @Autoencoder(input = 6, decoder = @Mirrored(output = Linear.class))
  @MeanSquaredError
  interface One {
    @Bottleneck
    @Dense(units = 1)
    Layer code();
  }
}
