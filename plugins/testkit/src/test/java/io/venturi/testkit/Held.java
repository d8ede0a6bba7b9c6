package io.venturi.testkit;

import io.venturi.spi.AutoencoderType;
import io.venturi.spi.NormConstraint;
import io.venturi.spi.Section;
import java.util.Optional;

/** Holds the weights of all layers to norm 0.5. */
record Held(TypeFault fault) implements AutoencoderType, NormConstraint {

  private static final double NORM = 0.5;

  @Override
  public Optional<NormConstraint> normConstraint() {
    return Optional.of(this);
  }

  @Override
  public boolean holds(Section section) {
    return fault != TypeFault.NORM_NOWHERE;
  }

  @Override
  public double scale(double norm) {
    return switch (fault) {
      case NORM_SQUARED -> norm > NORM ? NORM / (norm * norm) : 1;
      case NORM_OF_ZERO -> NORM / norm;
      default -> norm > NORM ? NORM / norm : 1;
    };
  }
}
