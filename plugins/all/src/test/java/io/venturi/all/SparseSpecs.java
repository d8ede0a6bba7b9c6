package io.venturi.all;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.Mirrored;
import io.venturi.denoising.Denoising;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Tanh;
import io.venturi.losses.MeanSquaredError;
import io.venturi.noise.GaussianNoise;
import io.venturi.sparse.KullbackLeibler;
import io.venturi.sparse.L1;
import io.venturi.sparse.Sparse;
import io.venturi.sparse.TopK;

/** Small specs whose codes are sparse in each way and in several. */
final class SparseSpecs {

  private SparseSpecs() {}

  @Autoencoder(input = 7)
  @MeanSquaredError
  @Sparse(kl = @KullbackLeibler(target = 0.2, weight = 0.5))
  interface KlSpec {
    @Encoder
    @Dense(units = 6, activation = Tanh.class)
    Layer first();

    @Bottleneck
    @Dense(units = 4, activation = Sigmoid.class)
    Layer codes();

    @Decoder
    @Dense(units = 7)
    Layer last();
  }

  @Autoencoder(input = 7, decoder = @Mirrored(output = Linear.class, tied = true))
  @MeanSquaredError
  @Sparse(l1 = @L1(weight = 0.1))
  interface L1Spec {
    @Encoder
    @Dense(units = 6, activation = Tanh.class)
    Layer first();

    @Bottleneck
    @Dense(units = 4, activation = Tanh.class)
    Layer codes();
  }

  @Autoencoder(input = 7)
  @MeanSquaredError
  @Sparse(topK = @TopK(k = 2))
  interface TopKSpec {
    @Encoder
    @Dense(units = 6, activation = Tanh.class)
    Layer first();

    @Bottleneck
    @Dense(units = 5)
    Layer codes();

    @Decoder
    @Dense(units = 7)
    Layer last();
  }

  @Autoencoder(input = 7)
  @MeanSquaredError
  @Sparse(
      kl = @KullbackLeibler(target = 0.2, weight = 0.5),
      l1 = @L1(weight = 0.1),
      topK = @TopK(k = 3))
  interface AllSpec {
    @Encoder
    @Dense(units = 6, activation = Tanh.class)
    Layer first();

    @Bottleneck
    @Dense(units = 5, activation = Sigmoid.class)
    Layer codes();

    @Decoder
    @Dense(units = 7)
    Layer last();
  }

  /** Several shards of a batch, and noise. */
  @Autoencoder(input = 64, decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  @Denoising
  @GaussianNoise(standardDeviation = 0.1)
  @Sparse(kl = @KullbackLeibler(weight = 1e-3), l1 = @L1(weight = 1e-4), topK = @TopK(k = 5))
  interface ManyShardsSpec {
    @Encoder
    @Dense(units = 300, activation = Tanh.class)
    Layer first();

    @Bottleneck
    @Dense(units = 48, activation = Sigmoid.class)
    Layer codes();
  }

  /** Its code has half the width of its data. */
  @Autoencoder(input = Autoencoder.FROM_DATA)
  @MeanSquaredError
  @Sparse(topK = @TopK(k = 5))
  interface TableSpec {
    @Bottleneck
    @Dense(share = 0.5)
    Layer codes();

    @Decoder
    @Dense
    Layer last();
  }
}
