package io.venturi.benchmarks.peers.venturi;

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

/** The variational spec of the gallery. */
@Variational
@BernoulliLikelihood
@Autoencoder(input = 784)
interface VariationalImages {
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
