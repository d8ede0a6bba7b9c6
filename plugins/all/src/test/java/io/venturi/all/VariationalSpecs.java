package io.venturi.all;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.Mirrored;
import io.venturi.denoising.Denoising;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Tanh;
import io.venturi.losses.BernoulliLikelihood;
import io.venturi.losses.GaussianLikelihood;
import io.venturi.losses.GaussianLikelihood.Learned;
import io.venturi.noise.GaussianNoise;
import io.venturi.variational.Capacity;
import io.venturi.variational.Variational;
import io.venturi.variational.WarmUp;

/** Variational autoencoders of every kind. */
final class VariationalSpecs {

  private VariationalSpecs() {}

  interface Layers {
    @Encoder
    @Dense(units = 9, activation = Tanh.class)
    Layer wide();

    @Bottleneck
    @Dense(units = 3)
    Layer code();

    @Decoder
    @Dense(units = 9, activation = Tanh.class)
    Layer widen();
  }

  interface Probabilities extends Layers {
    @Decoder
    @Dense(units = 12, activation = Sigmoid.class)
    Layer rebuilt();
  }

  interface Values extends Layers {
    @Decoder
    @Dense(units = 12)
    Layer rebuilt();
  }

  @Autoencoder(input = 12)
  @BernoulliLikelihood
  @Variational
  interface Plain extends Probabilities {}

  @Autoencoder(input = 12)
  @BernoulliLikelihood
  @Variational(beta = 4, freeBits = 0.06)
  interface FreeBits extends Probabilities {}

  @Autoencoder(input = 12)
  @BernoulliLikelihood
  @Variational(beta = 3, capacity = @Capacity(nats = 2, epochs = 0))
  interface Held extends Probabilities {}

  @Autoencoder(input = 12)
  @GaussianLikelihood(variance = 0.3)
  @Variational
  interface Fixed extends Values {}

  @Autoencoder(input = 12)
  @GaussianLikelihood(variance = 0.3, learn = Learned.ONE)
  @Variational
  interface One extends Values {}

  @Autoencoder(input = 12)
  @GaussianLikelihood(variance = 0.3, learn = Learned.EACH, smallest = 0.01)
  @Variational(warmUp = @WarmUp(epochs = 3))
  interface Each extends Values {}

  @Autoencoder(input = 12)
  @BernoulliLikelihood
  @Variational(beta = 1e4)
  interface Collapsed extends Probabilities {}

  @Autoencoder(input = 12)
  @BernoulliLikelihood
  @Denoising
  @GaussianNoise(standardDeviation = 0.2, min = 0, max = 1)
  @Variational
  interface Denoised extends Probabilities {}

  @Autoencoder(input = Autoencoder.FROM_DATA, decoder = @Mirrored(output = Sigmoid.class))
  @BernoulliLikelihood
  @Variational
  interface Table {
    @Encoder
    @Dense(share = 0.7, activation = Tanh.class)
    Layer wide();

    @Bottleneck
    @Dense(share = 0.2)
    Layer code();
  }

  /** Its likelihood has a closed form: {@code x = W z + b + noise} is normal. */
  @Autoencoder(input = 4)
  @GaussianLikelihood(variance = 0.25)
  @Variational
  interface LinearDecoder {
    @Bottleneck
    @Dense(units = 2)
    Layer code();

    @Decoder
    @Dense(units = 4)
    Layer rebuilt();
  }
}
