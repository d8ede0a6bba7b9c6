package io.venturi.testkit;

import io.venturi.spi.AutoencoderType;
import io.venturi.spi.AutoencoderTypeFactory;
import io.venturi.spi.SpecContext;
import java.lang.annotation.Annotation;

/** Makes the types of {@link Forgetful} and {@link ForgetfulWithin}, which do nothing. */
final class ForgetfulFactory implements AutoencoderTypeFactory<Annotation> {

  ForgetfulFactory() {}

  @Override
  public AutoencoderType create(Annotation annotation, SpecContext context) {
    return new AutoencoderType() {};
  }
}
