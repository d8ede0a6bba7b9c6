package io.venturi.contractive;

import io.venturi.spi.AutoencoderType;
import io.venturi.spi.AutoencoderTypeFactory;
import io.venturi.spi.JacobianPenalty;
import io.venturi.spi.SpecContext;
import java.util.Optional;

/** Makes the type of {@link Contractive}. */
final class ContractiveFactory implements AutoencoderTypeFactory<Contractive> {

  ContractiveFactory() {}

  @Override
  public AutoencoderType create(Contractive annotation, SpecContext context) {
    Optional<JacobianPenalty> penalty =
        Optional.of(new SquaredNorm(annotation.weight(), annotation.probes()));
    return new AutoencoderType() {
      @Override
      public Optional<JacobianPenalty> jacobianPenalty() {
        return penalty;
      }
    };
  }
}
