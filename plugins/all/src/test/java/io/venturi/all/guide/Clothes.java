package io.venturi.all.guide;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.Mirrored;
import io.venturi.convolutional.Conv2D;
import io.venturi.convolutional.Padding;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.losses.MeanSquaredError;

/** Grey images of 28 × 28 pixels to 32 numbers and back. */
@Autoencoder(
    input = {28, 28, 1},
    decoder = @Mirrored(output = Sigmoid.class))
@MeanSquaredError
public interface Clothes {

  /** 28×28×1 → 14×14×16. */
  @Encoder
  @Conv2D(filters = 16, kernel = 3, stride = 2, padding = Padding.SAME, activation = Relu.class)
  Layer edges();

  /** 14×14×16 → 7×7×32. */
  @Encoder
  @Conv2D(filters = 32, kernel = 3, stride = 2, padding = Padding.SAME, activation = Relu.class)
  Layer parts();

  /** Flattens by itself. */
  @Bottleneck
  @Dense(units = 32)
  Layer code();
}
