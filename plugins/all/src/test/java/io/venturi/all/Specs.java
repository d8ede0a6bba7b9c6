package io.venturi.all;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.Mirrored;
import io.venturi.annotation.Overcomplete;
import io.venturi.annotation.Vanilla;
import io.venturi.kernel.Elu;
import io.venturi.kernel.Gelu;
import io.venturi.kernel.HeNormal;
import io.venturi.kernel.LeCunNormal;
import io.venturi.kernel.LeCunUniform;
import io.venturi.kernel.LeakyRelu;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Orthogonal;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Softmax;
import io.venturi.kernel.Softplus;
import io.venturi.kernel.Swish;
import io.venturi.kernel.Tanh;
import io.venturi.losses.BinaryCrossEntropy;
import io.venturi.losses.MeanSquaredError;

/** Small specs with every activation in the encoder, at the code, in the decoder and at the end. */
final class Specs {

  private Specs() {}

  /** Without an activation layers are linear. */
  @Autoencoder(input = 7, decoder = @Mirrored(output = Linear.class))
  @MeanSquaredError
  interface LinearSpec {
    @Encoder
    @Dense(units = 6)
    Layer first();

    @Bottleneck
    @Dense(units = 3)
    Layer codes();
  }

  @Autoencoder(input = 7, decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  interface SigmoidSpec {
    @Encoder
    @Dense(units = 6, activation = Sigmoid.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3, activation = Sigmoid.class)
    Layer codes();
  }

  @Autoencoder(input = 7, decoder = @Mirrored(output = Tanh.class))
  @MeanSquaredError
  interface TanhSpec {
    @Encoder
    @Dense(units = 6, activation = Tanh.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3, activation = Tanh.class)
    Layer codes();
  }

  @Autoencoder(input = 7, decoder = @Mirrored(output = Swish.class))
  @MeanSquaredError
  interface SwishSpec {
    @Encoder
    @Dense(units = 6, activation = Swish.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3, activation = Swish.class)
    Layer codes();
  }

  @Autoencoder(input = 7, decoder = @Mirrored(output = Gelu.class))
  @MeanSquaredError
  interface GeluSpec {
    @Encoder
    @Dense(units = 6, activation = Gelu.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3, activation = Gelu.class)
    Layer codes();
  }

  @Autoencoder(input = 7, decoder = @Mirrored(output = LeakyRelu.class))
  @MeanSquaredError
  interface LeakyReluSpec {
    @Encoder
    @Dense(units = 6, activation = LeakyRelu.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3, activation = LeakyRelu.class)
    Layer codes();
  }

  @Autoencoder(input = 7, decoder = @Mirrored(output = Relu.class))
  @MeanSquaredError
  interface ReluSpec {
    @Encoder
    @Dense(units = 6, activation = Relu.class, initializer = HeNormal.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3, activation = Relu.class)
    Layer codes();
  }

  @Autoencoder(input = 7, decoder = @Mirrored(output = Elu.class))
  @MeanSquaredError
  interface EluSpec {
    @Encoder
    @Dense(units = 6, activation = Elu.class, initializer = LeCunNormal.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3, activation = Elu.class)
    Layer codes();
  }

  @Autoencoder(input = 7, decoder = @Mirrored(output = Softplus.class))
  @MeanSquaredError
  interface SoftplusSpec {
    @Encoder
    @Dense(units = 6, activation = Softplus.class, initializer = LeCunUniform.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3, activation = Softplus.class)
    Layer codes();
  }

  @Autoencoder(input = 7, decoder = @Mirrored(output = Softmax.class))
  @MeanSquaredError
  interface SoftmaxSpec {
    @Encoder
    @Dense(units = 6, activation = Softmax.class, initializer = Orthogonal.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3, activation = Softmax.class)
    Layer codes();
  }

  /** Two layers and no more, to be mirrored. */
  interface Pair {
    @Encoder
    @Dense(units = 6, activation = Tanh.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3, activation = Sigmoid.class)
    Layer codes();
  }

  @Autoencoder(input = 7, decoder = @Mirrored(output = Sigmoid.class))
  @BinaryCrossEntropy
  interface CrossEntropySpec extends Pair {}

  @Autoencoder(input = 7, decoder = @Mirrored(output = Sigmoid.class, tied = true))
  @BinaryCrossEntropy
  interface TiedSpec extends Pair {}

  @Autoencoder(input = 7, decoder = @Mirrored(output = Linear.class))
  @MeanSquaredError
  @Vanilla
  interface MirroredSpec extends Pair {}

  /** Large enough for several shards in a batch of 256. */
  @Autoencoder(input = 64, decoder = @Mirrored(output = Sigmoid.class))
  @BinaryCrossEntropy
  interface ManyShardsSpec {
    @Encoder
    @Dense(units = 48, activation = Relu.class)
    Layer first();

    @Bottleneck
    @Dense(units = 16, activation = Relu.class)
    Layer codes();
  }

  /** Half of any width, then three; as wide as the data at the end. */
  @Autoencoder(input = Autoencoder.FROM_DATA)
  @MeanSquaredError
  interface TableSpec {
    @Encoder
    @Dense(share = 0.5, activation = Tanh.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3)
    Layer codes();

    @Decoder
    @Dense(share = 1.2, activation = Tanh.class)
    Layer second();

    @Decoder
    @Dense
    Layer last();
  }

  @Autoencoder(
      input = Autoencoder.FROM_DATA,
      decoder = @Mirrored(output = Sigmoid.class, tied = true))
  @BinaryCrossEntropy
  interface TiedTableSpec {
    @Encoder
    @Dense(share = 1, activation = Tanh.class)
    Layer first();

    @Bottleneck
    @Dense(share = 0.3, activation = Sigmoid.class)
    Layer codes();
  }

  @Autoencoder(input = Autoencoder.FROM_DATA, decoder = @Mirrored(output = Linear.class))
  @MeanSquaredError
  @Overcomplete
  interface OvercompleteTableSpec {
    @Bottleneck
    @Dense(share = 1.5, activation = Relu.class)
    Layer codes();
  }
}
