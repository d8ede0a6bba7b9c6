package io.venturi.testkit;

import io.venturi.spi.AutoencoderType;
import io.venturi.spi.AutoencoderTypeFactory;
import io.venturi.spi.SpecContext;

/** Makes the type of {@link Forgetful}, which does nothing. */
final class ForgetfulFactory implements AutoencoderTypeFactory<Forgetful> {

  ForgetfulFactory() {}

  @Override
  public AutoencoderType create(Forgetful annotation, SpecContext context) {
    return new AutoencoderType() {};
  }
}
