package io.venturi.benchmarks;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.Mirrored;
import io.venturi.contractive.Contractive;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.losses.MeanSquaredError;

/** {@link FashionAutoencoder} with a penalty on its encoder's Jacobian, and with tied weights. */
final class ContractiveSpecs {

  private ContractiveSpecs() {}

  /** The encoder of all of them. */
  interface Encoding {
    @Encoder
    @Dense(units = 256, activation = Relu.class)
    Layer wide();

    @Encoder
    @Dense(units = 128, activation = Relu.class)
    Layer narrow();

    @Bottleneck
    @Dense(units = 32, activation = Relu.class)
    Layer code();
  }

  /** A decoder of its own. */
  interface Whole extends Encoding {
    @Decoder
    @Dense(units = 128, activation = Relu.class)
    Layer widen();

    @Decoder
    @Dense(units = 256, activation = Relu.class)
    Layer wider();

    @Decoder
    @Dense(units = 784, activation = Sigmoid.class)
    Layer pixels();
  }

  @Autoencoder(input = 784)
  @MeanSquaredError
  @Contractive(weight = 1e-4)
  interface Estimated extends Whole {}

  @Autoencoder(input = 784)
  @MeanSquaredError
  @Contractive(weight = 1e-4, probes = Contractive.EXACT)
  interface Exact extends Whole {}

  @Autoencoder(input = 784, decoder = @Mirrored(output = Sigmoid.class, tied = true))
  @MeanSquaredError
  interface Tied extends Encoding {}

  @Autoencoder(input = 784, decoder = @Mirrored(output = Sigmoid.class, tied = true))
  @MeanSquaredError
  @Contractive(weight = 1e-5)
  interface TiedEstimated extends Encoding {}
}
