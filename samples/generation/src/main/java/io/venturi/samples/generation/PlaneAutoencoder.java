package io.venturi.samples.generation;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.losses.BernoulliLikelihood;
import io.venturi.variational.Variational;

/** A code of 2 numbers, so that all that it decodes to can be drawn on a plane. */
@Variational
@BernoulliLikelihood
@Autoencoder(input = 784)
public interface PlaneAutoencoder {
  @Encoder
  @Dense(units = 128, activation = Relu.class)
  Layer hidden();

  @Bottleneck
  @Dense(units = 2)
  Layer code();

  @Decoder
  @Dense(units = 128, activation = Relu.class)
  Layer unfolded();

  @Decoder
  @Dense(units = 784, activation = Sigmoid.class)
  Layer pixels();
}
