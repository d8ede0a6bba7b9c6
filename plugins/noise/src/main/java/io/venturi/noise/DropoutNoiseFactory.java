package io.venturi.noise;

import io.venturi.spi.Corruption;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.NoiseFactory;

/** Makes the noise of {@link DropoutNoise}. */
final class DropoutNoiseFactory implements NoiseFactory<DropoutNoise> {

  DropoutNoiseFactory() {}

  @Override
  public Corruption create(DropoutNoise annotation, NetworkDescription network) {
    return new MaskingCorruption(
        Uniforms.threshold(annotation.rate()), 0f, (float) (1 / (1 - annotation.rate())));
  }
}
