package io.venturi.all;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.kernel.Linear;
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

/** A small spec for every loss that {@link Specs} does not have. */
final class LossSpecs {

  private LossSpecs() {}

  @Autoencoder(input = 7)
  @MeanAbsoluteError
  interface AbsoluteSpec {
    @Encoder
    @Dense(units = 6, activation = Tanh.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3)
    Layer codes();

    @Decoder
    @Dense(units = 7, activation = Linear.class)
    Layer last();
  }

  @Autoencoder(input = 7)
  @Huber(delta = 0.3)
  interface HuberSpec {
    @Encoder
    @Dense(units = 6, activation = Tanh.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3)
    Layer codes();

    @Decoder
    @Dense(units = 7, activation = Sigmoid.class)
    Layer last();
  }

  @Autoencoder(input = 7)
  @LogCosh
  interface LogCoshSpec {
    @Encoder
    @Dense(units = 6, activation = Tanh.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3)
    Layer codes();

    @Decoder
    @Dense(units = 7, activation = Linear.class)
    Layer last();
  }

  @Autoencoder(input = 7)
  @Poisson
  interface PoissonSpec {
    @Encoder
    @Dense(units = 6, activation = Tanh.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3)
    Layer codes();

    @Decoder
    @Dense(units = 7, activation = Softplus.class)
    Layer last();
  }

  @Autoencoder(input = 7)
  @CategoricalCrossEntropy
  interface CategoricalSpec {
    @Encoder
    @Dense(units = 6, activation = Tanh.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3)
    Layer codes();

    @Decoder
    @Dense(units = 7, activation = Softmax.class)
    Layer last();
  }

  @Autoencoder(input = 7)
  @CosineDistance
  interface CosineSpec {
    @Encoder
    @Dense(units = 6, activation = Tanh.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3)
    Layer codes();

    @Decoder
    @Dense(units = 7, activation = Linear.class)
    Layer last();
  }

  @Autoencoder(input = 7)
  @CosineDistance
  interface CosineShareSpec {
    @Encoder
    @Dense(units = 6, activation = Tanh.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3)
    Layer codes();

    @Decoder
    @Dense(units = 7, activation = Softmax.class)
    Layer last();
  }

  @Autoencoder(input = {5, 4, 2})
  @StructuralSimilarity(window = 3)
  interface SimilaritySpec {
    @Encoder
    @Dense(units = 6, activation = Tanh.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3)
    Layer codes();

    @Decoder
    @Dense(units = 40, activation = Sigmoid.class)
    Layer last();
  }

  @Autoencoder(input = {5, 4, 2})
  @StructuralSimilarity
  interface SmallSimilaritySpec {
    @Encoder
    @Dense(units = 6, activation = Tanh.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3)
    Layer codes();

    @Decoder
    @Dense(units = 40, activation = Sigmoid.class)
    Layer last();
  }
}
