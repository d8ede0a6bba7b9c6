package io.venturi.denoising;

import io.venturi.spi.AutoencoderType;
import io.venturi.spi.AutoencoderTypeFactory;
import io.venturi.spi.Corruption;
import io.venturi.spi.SpecContext;
import java.util.Optional;

/** Makes the type of {@link Denoising}. */
final class DenoisingFactory implements AutoencoderTypeFactory<Denoising> {

  DenoisingFactory() {}

  @Override
  public AutoencoderType create(Denoising annotation, SpecContext context) {
    Corruption noises = new NoiseSequence(context.noises());
    return new AutoencoderType() {
      @Override
      public Optional<Corruption> corruption() {
        return Optional.of(noises);
      }
    };
  }
}
