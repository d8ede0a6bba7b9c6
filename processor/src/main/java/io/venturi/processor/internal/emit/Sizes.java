package io.venturi.processor.internal.emit;

import io.venturi.processor.spi.Dim;

/** Sizes as generated code writes them. */
final class Sizes {

  private Sizes() {}

  static int literal(Dim dim) {
    return dim.fixed()
        .orElseThrow(() -> new IllegalStateException("a size that waits for data: " + dim));
  }
}
