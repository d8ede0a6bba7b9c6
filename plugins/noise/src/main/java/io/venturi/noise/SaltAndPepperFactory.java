package io.venturi.noise;

import io.venturi.spi.Corruption;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.NoiseFactory;

/** Makes the noise of {@link SaltAndPepper}. */
final class SaltAndPepperFactory implements NoiseFactory<SaltAndPepper> {

  SaltAndPepperFactory() {}

  @Override
  public Corruption create(SaltAndPepper annotation, NetworkDescription network) {
    return new SaltAndPepperCorruption(
        Uniforms.threshold(annotation.fraction()),
        (float) annotation.low(),
        (float) annotation.high());
  }
}
