package io.venturi.noise;

import io.venturi.spi.Corruption;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.NoiseFactory;

/** Makes the noise of {@link Speckle}. */
final class SpeckleFactory implements NoiseFactory<Speckle> {

  SpeckleFactory() {}

  @Override
  public Corruption create(Speckle annotation, NetworkDescription network) {
    return new SpeckleCorruption(
        (float) annotation.standardDeviation(),
        Clip.of("Speckle", annotation.min(), annotation.max()));
  }
}
