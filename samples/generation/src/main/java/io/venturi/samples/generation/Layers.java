package io.venturi.samples.generation;

import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;

/** 784 pixels, one hidden layer on either side, a linear code of 20: of both models that draw. */
public interface Layers {
  @Encoder
  @Dense(units = 400, activation = Relu.class)
  Layer hidden();

  @Bottleneck
  @Dense(units = 20)
  Layer code();

  @Decoder
  @Dense(units = 400, activation = Relu.class)
  Layer unfolded();

  @Decoder
  @Dense(units = 784, activation = Sigmoid.class)
  Layer pixels();
}
