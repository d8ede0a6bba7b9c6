package io.venturi.noise;

import io.venturi.spi.Corruption;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.NoiseFactory;

/** Makes the noise of {@link Masking}. */
final class MaskingFactory implements NoiseFactory<Masking> {

  MaskingFactory() {}

  @Override
  public Corruption create(Masking annotation, NetworkDescription network) {
    return new MaskingCorruption(
        Uniforms.threshold(annotation.fraction()), (float) annotation.value(), 1f);
  }
}
