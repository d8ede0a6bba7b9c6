package io.venturi.all;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Dropout;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.Mirrored;
import io.venturi.contractive.Contractive;
import io.venturi.denoising.Denoising;
import io.venturi.kernel.Elu;
import io.venturi.kernel.Gelu;
import io.venturi.kernel.LeakyRelu;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Softmax;
import io.venturi.kernel.Softplus;
import io.venturi.kernel.Swish;
import io.venturi.kernel.Tanh;
import io.venturi.losses.MeanSquaredError;
import io.venturi.noise.GaussianNoise;

/** Specs whose encoder's Jacobian is penalised, with weights that the checks know. */
final class ContractiveSpecs {

  static final double WEIGHT = 3;

  private ContractiveSpecs() {}

  @Autoencoder(input = 7)
  @MeanSquaredError
  @Contractive(weight = WEIGHT)
  interface OneLayerSpec {
    @Bottleneck
    @Dense(units = 3, activation = Sigmoid.class)
    Layer codes();

    @Decoder
    @Dense(units = 7)
    Layer last();
  }

  @Autoencoder(input = 7)
  @MeanSquaredError
  @Contractive(weight = WEIGHT, probes = Contractive.EXACT)
  interface SmoothSpec {
    @Encoder
    @Dense(units = 6, activation = Tanh.class)
    Layer first();

    @Encoder
    @Dense(units = 5, activation = Gelu.class)
    Layer second();

    @Bottleneck
    @Dense(units = 3, activation = Swish.class)
    Layer codes();

    @Decoder
    @Dense(units = 7, activation = Tanh.class)
    Layer last();
  }

  /** An activation that mixes the values of a row, twice. */
  @Autoencoder(input = 7, decoder = @Mirrored(output = Linear.class))
  @MeanSquaredError
  @Contractive(weight = WEIGHT)
  interface SharesSpec {
    @Encoder
    @Dense(units = 6, activation = Softmax.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3, activation = Softmax.class)
    Layer codes();
  }

  @Autoencoder(input = Autoencoder.FROM_DATA)
  @MeanSquaredError
  @Contractive(weight = WEIGHT, probes = 3)
  interface SofterTableSpec {
    @Encoder
    @Dense(share = 0.8, activation = Softplus.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3, activation = Elu.class)
    Layer codes();

    @Decoder
    @Dense
    Layer last();
  }

  @Autoencoder(input = 7)
  @MeanSquaredError
  @Contractive(weight = WEIGHT)
  interface PiecewiseSpec {
    @Encoder
    @Dense(units = 6, activation = Relu.class)
    Layer first();

    @Encoder
    @Dense(units = 5, activation = LeakyRelu.class)
    Layer second();

    @Bottleneck
    @Dense(units = 3)
    Layer codes();

    @Decoder
    @Dense(units = 7)
    Layer last();
  }

  @Autoencoder(input = 7, decoder = @Mirrored(output = Sigmoid.class, tied = true))
  @MeanSquaredError
  @Contractive(weight = WEIGHT)
  interface TiedSpec {
    @Encoder
    @Dense(units = 6, activation = Swish.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3, activation = Tanh.class)
    Layer codes();
  }

  /** Fewer directions than the code has numbers: an estimate. */
  @Autoencoder(input = 7)
  @MeanSquaredError
  @Contractive(weight = WEIGHT, probes = 2)
  interface EstimatedSpec {
    @Encoder
    @Dense(units = 6, activation = Swish.class)
    Layer first();

    @Bottleneck
    @Dense(units = 4, activation = Tanh.class)
    Layer codes();

    @Decoder
    @Dense(units = 7)
    Layer last();
  }

  /** Enough for several shards of a batch, and dropout. */
  interface Wide {
    @Encoder
    @Dense(units = 300, activation = Gelu.class)
    Layer first();

    @Encoder
    @Dropout(rate = 0.2)
    Layer quiet();

    @Bottleneck
    @Dense(units = 6, activation = Tanh.class)
    Layer codes();

    @Decoder
    @Dense(units = 300, activation = Tanh.class)
    Layer second();

    @Decoder
    @Dense(units = 7)
    Layer last();
  }

  /** An estimate, and noise on the way. */
  @Autoencoder(input = 7)
  @MeanSquaredError
  @Denoising
  @GaussianNoise(standardDeviation = 0.05)
  @Contractive(weight = 0.01, probes = 2)
  interface ManyShardsSpec extends Wide {}

  /** The same without the penalty. */
  @Autoencoder(input = 7)
  @MeanSquaredError
  interface VanillaSpec extends Wide {}
}
