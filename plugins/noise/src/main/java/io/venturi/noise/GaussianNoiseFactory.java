package io.venturi.noise;

import io.venturi.spi.Corruption;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.NoiseFactory;

/** Makes the noise of {@link GaussianNoise}. */
final class GaussianNoiseFactory implements NoiseFactory<GaussianNoise> {

  GaussianNoiseFactory() {}

  @Override
  public Corruption create(GaussianNoise annotation, NetworkDescription network) {
    return new GaussianCorruption(
        (float) annotation.standardDeviation(),
        Clip.of("GaussianNoise", annotation.min(), annotation.max()));
  }
}
