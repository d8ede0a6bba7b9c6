package io.venturi.all;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.BatchNormalization;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Dropout;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.LayerNormalization;
import io.venturi.annotation.Mirrored;
import io.venturi.kernel.Gelu;
import io.venturi.kernel.Orthogonal;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Swish;
import io.venturi.kernel.Tanh;
import io.venturi.losses.MeanSquaredError;

/** Small specs with layers that train differently from how they are used. */
final class NormalizedSpecs {

  private NormalizedSpecs() {}

  /**
   * Groups at the end of which a single row is left; one right at the input, one whose activation
   * looks at its input.
   */
  @Autoencoder(input = 7)
  @MeanSquaredError
  interface BatchNormalizationSpec {
    @Encoder
    @BatchNormalization(group = 8)
    Layer raw();

    @Encoder
    @Dense(units = 6)
    Layer first();

    @Encoder
    @BatchNormalization(group = 4, epsilon = 1e-3, activation = Gelu.class)
    Layer firstNormed();

    @Bottleneck
    @Dense(units = 3)
    Layer codes();

    @Decoder
    @Dense(units = 5)
    Layer second();

    @Decoder
    @BatchNormalization(activation = Tanh.class)
    Layer secondNormed();

    @Decoder
    @Dense(units = 7, activation = Sigmoid.class)
    Layer last();
  }

  @Autoencoder(input = 7)
  @MeanSquaredError
  interface LayerNormalizationSpec {
    @Encoder
    @LayerNormalization
    Layer raw();

    @Encoder
    @Dense(units = 6)
    Layer first();

    @Encoder
    @LayerNormalization(epsilon = 1e-3, activation = Swish.class)
    Layer firstNormed();

    @Bottleneck
    @Dense(units = 3, activation = Tanh.class)
    Layer codes();

    @Decoder
    @Dense(units = 7)
    Layer last();

    @Decoder
    @LayerNormalization(activation = Sigmoid.class)
    Layer lastNormed();
  }

  @Autoencoder(input = 7)
  @MeanSquaredError
  interface DropoutSpec {
    @Encoder
    @Dropout(rate = 0.1)
    Layer noisy();

    @Encoder
    @Dense(units = 6, activation = Tanh.class)
    Layer first();

    @Encoder
    @Dropout(rate = 0.3)
    Layer firstDropped();

    @Bottleneck
    @Dense(units = 4, activation = Tanh.class)
    Layer codes();

    @Decoder
    @Dropout(rate = 0.2)
    Layer codesDropped();

    @Decoder
    @Dense(units = 7, activation = Sigmoid.class)
    Layer last();
  }

  @Autoencoder(input = 7, decoder = @Mirrored(output = Sigmoid.class, tied = true))
  @MeanSquaredError
  interface NormalizedMirrorSpec {
    @Encoder
    @Dense(units = 6)
    Layer first();

    @Encoder
    @BatchNormalization(group = 10, activation = Tanh.class)
    Layer firstNormed();

    @Encoder
    @Dropout(rate = 0.2)
    Layer firstDropped();

    @Bottleneck
    @Dense(units = 3)
    Layer codes();
  }

  /** Several shards, and every layer that treats training and use differently. */
  @Autoencoder(input = 64, decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  interface ManyShardsNormalizedSpec {
    @Encoder
    @BatchNormalization(group = 16)
    Layer raw();

    @Encoder
    @Dense(units = 48)
    Layer first();

    @Encoder
    @BatchNormalization(group = 32, activation = Relu.class)
    Layer firstNormed();

    @Encoder
    @Dropout(rate = 0.2)
    Layer firstDropped();

    @Bottleneck
    @Dense(units = 16, activation = Relu.class)
    Layer codes();
  }

  /** Any width: layers that keep the shape take theirs from what enters. */
  @Autoencoder(input = Autoencoder.FROM_DATA, decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  interface NormalizedTableSpec {
    @Encoder
    @LayerNormalization
    Layer raw();

    @Encoder
    @Dense(share = 0.7)
    Layer first();

    @Encoder
    @BatchNormalization(group = 10, activation = Tanh.class)
    Layer firstNormed();

    @Encoder
    @Dropout(rate = 0.2)
    Layer firstDropped();

    @Bottleneck
    @Dense(share = 0.3)
    Layer codes();
  }

  /** As {@link DropoutSpec}, but for what matters to training alone. */
  @Autoencoder(input = 7)
  @MeanSquaredError
  interface LessDropoutSpec {
    @Encoder
    @Dropout(rate = 0)
    Layer noisy();

    @Encoder
    @Dense(units = 6, activation = Tanh.class, initializer = Orthogonal.class)
    Layer first();

    @Encoder
    @Dropout(rate = 0.1)
    Layer firstDropped();

    @Bottleneck
    @Dense(units = 4, activation = Tanh.class)
    Layer codes();

    @Decoder
    @Dropout(rate = 0.1)
    Layer codesDropped();

    @Decoder
    @Dense(units = 7, activation = Sigmoid.class)
    Layer last();
  }
}
