package io.venturi.train;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The rows of a training that was stopped before any were ready. */
record NoRows(String name) implements RowSource {

  @Override
  public OptionalLong rows() {
    return OptionalLong.empty();
  }

  @Override
  public void begin(OptionalLong shuffle) {}

  @Override
  public @Nullable Window next() {
    return null;
  }

  @Override
  public void close() {}
}
