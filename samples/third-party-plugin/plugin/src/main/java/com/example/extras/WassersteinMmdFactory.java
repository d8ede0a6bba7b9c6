package com.example.extras;

import io.venturi.error.Message;
import io.venturi.error.SpecException;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.AutoencoderTypeFactory;
import io.venturi.spi.CodePenalty;
import io.venturi.spi.SpecContext;
import java.util.Optional;

/** Makes the type of {@link WassersteinMmd}. */
final class WassersteinMmdFactory implements AutoencoderTypeFactory<WassersteinMmd> {

  WassersteinMmdFactory() {}

  /**
   * @throws SpecException if there is no scale
   */
  @Override
  public AutoencoderType create(WassersteinMmd annotation, SpecContext context) {
    if (annotation.scales().length == 0) {
      throw new SpecException(
          Message.HYPERPARAMETER, "scales of @WassersteinMmd", "{}", "one number at least");
    }
    CodePenalty penalty =
        new DiscrepancyPenalty(annotation.weight(), new Discrepancy(annotation.scales()));
    return new AutoencoderType() {
      @Override
      public Optional<CodePenalty> codePenalty() {
        return Optional.of(penalty);
      }
    };
  }
}
