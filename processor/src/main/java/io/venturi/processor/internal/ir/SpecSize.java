package io.venturi.processor.internal.ir;

/** Sizes of a spec that members are compared with, as {@code AtMost.Size} has them. */
public enum SpecSize {
  CODE_UNITS,
  IMAGE_HEIGHT,
  IMAGE_WIDTH
}
