package io.venturi.testkit;

import io.venturi.spi.AutoencoderType;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.Corruption;
import io.venturi.spi.RowWeighting;
import java.util.List;
import java.util.Optional;

/** A type with all its hooks but penalties and monitors. */
record WithoutPenalties(AutoencoderType type) implements AutoencoderType {

  static List<AutoencoderType> of(List<AutoencoderType> types) {
    return types.stream().map(type -> (AutoencoderType) new WithoutPenalties(type)).toList();
  }

  @Override
  public Optional<Corruption> corruption() {
    return type.corruption();
  }

  @Override
  public Optional<CodeTransform> codeTransform() {
    return type.codeTransform();
  }

  @Override
  public Optional<RowWeighting> rowWeighting() {
    return type.rowWeighting();
  }
}
