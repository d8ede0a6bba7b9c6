package io.venturi.benchmarks;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.Mirrored;
import io.venturi.denoising.Denoising;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.losses.MeanSquaredError;
import io.venturi.noise.GaussianNoise;
import io.venturi.sparse.KullbackLeibler;
import io.venturi.sparse.L1;
import io.venturi.sparse.Sparse;
import io.venturi.sparse.TopK;

/** {@link FashionAutoencoder} with a code of 128, made sparse in each way. */
final class SparseSpecs {

  private SparseSpecs() {}

  /** What stands before the code. */
  interface Before {
    @Encoder
    @Dense(units = 256, activation = Relu.class)
    Layer wide();

    @Encoder
    @Dense(units = 128, activation = Relu.class)
    Layer narrow();
  }

  /** A code in (0, 1). */
  interface SigmoidCode extends Before {
    @Bottleneck
    @Dense(units = 128, activation = Sigmoid.class)
    Layer code();
  }

  /** A code from 0 on. */
  interface ReluCode extends Before {
    @Bottleneck
    @Dense(units = 128, activation = Relu.class)
    Layer code();
  }

  /** A code of any numbers. */
  interface LinearCode extends Before {
    @Bottleneck
    @Dense(units = 128)
    Layer code();
  }

  @Autoencoder(input = 784, decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  interface Plain extends SigmoidCode {}

  @Autoencoder(input = 784, decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  @Sparse(kl = @KullbackLeibler(target = 0.05, weight = 0.003))
  interface Kl extends SigmoidCode {}

  @Autoencoder(input = 784, decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  @Denoising
  @GaussianNoise(standardDeviation = 0.3, min = 0, max = 1)
  @Sparse(kl = @KullbackLeibler(target = 0.05, weight = 0.003))
  interface DenoisingKl extends SigmoidCode {}

  @Autoencoder(input = 784, decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  interface Relus extends ReluCode {}

  @Autoencoder(input = 784, decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  @Sparse(l1 = @L1(weight = 1e-4))
  interface Small extends ReluCode {}

  @Autoencoder(input = 784, decoder = @Mirrored(output = Sigmoid.class, tied = true))
  @MeanSquaredError
  interface TiedRelus extends ReluCode {}

  @Autoencoder(input = 784, decoder = @Mirrored(output = Sigmoid.class, tied = true))
  @MeanSquaredError
  @Sparse(l1 = @L1(weight = 1e-4))
  interface TiedSmall extends ReluCode {}

  @Autoencoder(input = 784, decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  @Sparse(topK = @TopK(k = 10))
  interface Ten extends LinearCode {}
}
