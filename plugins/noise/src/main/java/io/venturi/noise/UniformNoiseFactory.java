package io.venturi.noise;

import io.venturi.spi.Corruption;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.NoiseFactory;

/** Makes the noise of {@link UniformNoise}. */
final class UniformNoiseFactory implements NoiseFactory<UniformNoise> {

  UniformNoiseFactory() {}

  @Override
  public Corruption create(UniformNoise annotation, NetworkDescription network) {
    return new UniformCorruption(
        (float) annotation.limit(), Clip.of("UniformNoise", annotation.min(), annotation.max()));
  }
}
