package io.venturi.variational;

import io.venturi.spi.AutoencoderType;
import io.venturi.spi.AutoencoderTypeFactory;
import io.venturi.spi.CodeMonitor;
import io.venturi.spi.CodePenalty;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.SpecContext;
import java.util.Optional;

/** Makes the type of {@link Variational}. */
final class VariationalFactory implements AutoencoderTypeFactory<Variational> {

  VariationalFactory() {}

  @Override
  public AutoencoderType create(Variational annotation, SpecContext context) {
    CodeTransform transform = new Reparameterization();
    CodePenalty divergence =
        new Divergence(Schedule.of(annotation, context.network()), annotation.freeBits());
    return new AutoencoderType() {
      @Override
      public Optional<CodeTransform> codeTransform() {
        return Optional.of(transform);
      }

      @Override
      public Optional<CodePenalty> codePenalty() {
        return Optional.of(divergence);
      }

      @Override
      public Optional<CodeMonitor> codeMonitor() {
        return Optional.of(new ActiveUnits());
      }
    };
  }
}
