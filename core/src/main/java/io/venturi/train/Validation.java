package io.venturi.train;

import io.venturi.data.Dataset;
import io.venturi.data.RowStream;
import org.jspecify.annotations.Nullable;

/**
 * Which rows validate a training: a share of the data, rows of their own, or none.
 *
 * @param fraction of the data; 0 if it is not a share
 */
record Validation(double fraction, @Nullable Dataset data, @Nullable RowStream stream) {

  static final Validation NONE = new Validation(0, null, null);

  /** Such as {@code 0.2 of the data}; empty if there is none. */
  String describe() {
    if (fraction > 0) {
      return fraction + " of the data";
    }
    if (data != null) {
      return data.size() + " rows of " + data.name();
    }
    return stream == null ? "" : "the stream " + stream.name();
  }

  /** So that messages tell it from the data, which may well have the same name. */
  static String nameOf(String name) {
    return name.startsWith("the data")
        ? "the validation " + name.substring("the ".length())
        : "the validation data (" + name + ")";
  }
}
