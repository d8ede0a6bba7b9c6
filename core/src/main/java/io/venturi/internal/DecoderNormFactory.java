package io.venturi.internal;

import io.venturi.annotation.DecoderNorm;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.AutoencoderTypeFactory;
import io.venturi.spi.NormConstraint;
import io.venturi.spi.Section;
import io.venturi.spi.SpecContext;
import java.util.Optional;

/** Makes the constraint of {@link DecoderNorm}. */
final class DecoderNormFactory implements AutoencoderTypeFactory<DecoderNorm> {

  DecoderNormFactory() {}

  @Override
  public AutoencoderType create(DecoderNorm annotation, SpecContext context) {
    Optional<NormConstraint> constraint = Optional.of(new MaxNorm(annotation.max()));
    return new AutoencoderType() {
      @Override
      public Optional<NormConstraint> normConstraint() {
        return constraint;
      }
    };
  }

  private record MaxNorm(double max) implements NormConstraint {

    @Override
    public boolean holds(Section section) {
      return section == Section.DECODER;
    }

    @Override
    public double scale(double norm) {
      return norm > max ? max / norm : 1;
    }
  }
}
