package io.venturi.benchmarks.scale;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.Mirrored;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.losses.MeanSquaredError;

/** Specs that differ in one size. */
interface Networks {

  /** As wide as the data, through 128 units to 8 numbers and back. */
  @Autoencoder(input = Autoencoder.FROM_DATA, decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  interface AnyWidth {
    @Encoder
    @Dense(units = 128, activation = Relu.class)
    Layer narrow();

    @Bottleneck
    @Dense(units = 8, activation = Linear.class)
    Layer code();
  }

  /** 256-2-256. */
  @Autoencoder(input = 256, decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  interface Code2 {
    @Bottleneck
    @Dense(units = 2)
    Layer code();
  }

  /** 256-8-256. */
  @Autoencoder(input = 256, decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  interface Code8 {
    @Bottleneck
    @Dense(units = 8)
    Layer code();
  }

  /** 256-32-256. */
  @Autoencoder(input = 256, decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  interface Code32 {
    @Bottleneck
    @Dense(units = 32)
    Layer code();
  }

  /** 256-128-256. */
  @Autoencoder(input = 256, decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  interface Code128 {
    @Bottleneck
    @Dense(units = 128)
    Layer code();
  }

  /** One hidden layer of 128 before the code. */
  interface One {
    @Encoder
    @Dense(units = 128, activation = Relu.class)
    Layer first();
  }

  /** Two of them. */
  interface Two extends One {
    @Encoder
    @Dense(units = 128, activation = Relu.class)
    Layer second();
  }

  /** Four of them. */
  interface Four extends Two {
    @Encoder
    @Dense(units = 128, activation = Relu.class)
    Layer third();

    @Encoder
    @Dense(units = 128, activation = Relu.class)
    Layer fourth();
  }

  /** Eight of them. */
  interface Eight extends Four {
    @Encoder
    @Dense(units = 128, activation = Relu.class)
    Layer fifth();

    @Encoder
    @Dense(units = 128, activation = Relu.class)
    Layer sixth();

    @Encoder
    @Dense(units = 128, activation = Relu.class)
    Layer seventh();

    @Encoder
    @Dense(units = 128, activation = Relu.class)
    Layer eighth();
  }

  /** 4 layers. */
  @Autoencoder(input = 128, decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  interface Depth4 extends One {
    @Bottleneck
    @Dense(units = 32)
    Layer code();
  }

  /** 6 layers. */
  @Autoencoder(input = 128, decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  interface Depth6 extends Two {
    @Bottleneck
    @Dense(units = 32)
    Layer code();
  }

  /** 10 layers. */
  @Autoencoder(input = 128, decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  interface Depth10 extends Four {
    @Bottleneck
    @Dense(units = 32)
    Layer code();
  }

  /** 18 layers. */
  @Autoencoder(input = 128, decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  interface Depth18 extends Eight {
    @Bottleneck
    @Dense(units = 32)
    Layer code();
  }
}
