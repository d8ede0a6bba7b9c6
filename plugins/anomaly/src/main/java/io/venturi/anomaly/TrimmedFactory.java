package io.venturi.anomaly;

import io.venturi.spi.AutoencoderType;
import io.venturi.spi.AutoencoderTypeFactory;
import io.venturi.spi.RowWeighting;
import io.venturi.spi.SpecContext;
import java.util.Optional;

/** Makes the type of {@link Trimmed}. */
final class TrimmedFactory implements AutoencoderTypeFactory<Trimmed> {

  TrimmedFactory() {}

  @Override
  public AutoencoderType create(Trimmed annotation, SpecContext context) {
    return new Hooks(Optional.of(new TrimmedWeighting(annotation.fraction(), annotation.after())));
  }

  private record Hooks(Optional<RowWeighting> rowWeighting) implements AutoencoderType {}
}
