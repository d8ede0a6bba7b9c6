package io.venturi.all;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.DecoderNorm;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.Mirrored;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Relu;
import io.venturi.losses.MeanSquaredError;
import io.venturi.sparse.L1;
import io.venturi.sparse.Sparse;

/** Specs whose decoders are held to a norm. */
final class HeldSpecs {

  private HeldSpecs() {}

  @DecoderNorm(max = 0.5)
  @MeanSquaredError
  @Autoencoder(input = {7, 5, 2})
  interface HeldImages extends ImageSpecs.WrittenOut {}

  @DecoderNorm(max = 0.7)
  @MeanSquaredError
  @Autoencoder(input = 7, decoder = @Mirrored(output = Linear.class))
  interface HeldMirror {
    @Encoder
    @Dense(units = 6, activation = Relu.class)
    Layer first();

    @Bottleneck
    @Dense(units = 4)
    Layer codes();
  }

  /** Wide enough for several bands of weights. */
  interface Wide {
    @Encoder
    @Dense(units = 40, activation = Relu.class)
    Layer wide();

    @Bottleneck
    @Dense(units = 16, activation = Relu.class)
    Layer codes();

    @Decoder
    @Dense(units = 300, activation = Relu.class)
    Layer widen();

    @Decoder
    @Dense(units = 20)
    Layer last();
  }

  @Sparse(l1 = @L1(weight = 0.01))
  @MeanSquaredError
  @Autoencoder(input = 20)
  interface Free extends Wide {}

  @DecoderNorm
  @Sparse(l1 = @L1(weight = 0.01))
  @MeanSquaredError
  @Autoencoder(input = 20)
  interface Held extends Wide {}
}
