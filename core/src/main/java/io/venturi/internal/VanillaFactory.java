package io.venturi.internal;

import io.venturi.annotation.Vanilla;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.AutoencoderTypeFactory;
import io.venturi.spi.SpecContext;

/** The plain autoencoder has no hooks. */
final class VanillaFactory implements AutoencoderTypeFactory<Vanilla> {

  private static final AutoencoderType VANILLA = new AutoencoderType() {};

  VanillaFactory() {}

  @Override
  public AutoencoderType create(Vanilla annotation, SpecContext context) {
    return VANILLA;
  }
}
