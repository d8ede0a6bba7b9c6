package io.venturi.all;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Softmax;
import io.venturi.kernel.Softplus;
import io.venturi.kernel.Tanh;
import io.venturi.losses.CategoricalCrossEntropy;
import io.venturi.losses.CosineDistance;
import io.venturi.losses.Huber;
import io.venturi.losses.LogCosh;
import io.venturi.losses.MeanAbsoluteError;
import io.venturi.losses.Poisson;
import io.venturi.losses.StructuralSimilarity;

/** A small spec for every loss that {@link Specs} does not have, and some that losses refuse. */
final class LossSpecs {

  private LossSpecs() {}

  /** What all of them begin with. */
  interface Encoding {
    @Encoder
    @Dense(units = 6, activation = Tanh.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3)
    Layer codes();
  }

  /** What those end with that take any numbers. */
  interface AnyNumbers extends Encoding {
    @Decoder
    @Dense(units = 7)
    Layer last();
  }

  /** What those end with that compare images. */
  interface Pixels extends Encoding {
    @Decoder
    @Dense(units = 40, activation = Sigmoid.class)
    Layer last();
  }

  @Autoencoder(input = 7)
  @MeanAbsoluteError
  interface AbsoluteSpec extends AnyNumbers {}

  @Autoencoder(input = 7)
  @LogCosh
  interface LogCoshSpec extends AnyNumbers {}

  @Autoencoder(input = 7)
  @CosineDistance
  interface CosineSpec extends AnyNumbers {}

  @Autoencoder(input = 7)
  @CosineDistance
  interface CosineShareSpec extends Encoding {
    @Decoder
    @Dense(units = 7, activation = Softmax.class)
    Layer last();
  }

  @Autoencoder(input = 7)
  @Huber(delta = 0.3)
  interface HuberSpec extends Encoding {
    @Decoder
    @Dense(units = 7, activation = Sigmoid.class)
    Layer last();
  }

  @Autoencoder(input = 7)
  @Poisson
  interface PoissonSpec extends Encoding {
    @Decoder
    @Dense(units = 7, activation = Softplus.class)
    Layer last();
  }

  @Autoencoder(input = 7)
  @CategoricalCrossEntropy
  interface CategoricalSpec extends Encoding {
    @Decoder
    @Dense(units = 7, activation = Softmax.class)
    Layer last();
  }

  @Autoencoder(input = {5, 4, 2})
  @StructuralSimilarity(window = 3)
  interface SimilaritySpec extends Pixels {}
}
