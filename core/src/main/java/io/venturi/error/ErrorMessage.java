package io.venturi.error;

import java.util.Locale;

/**
 * One message of a catalogue. Core's are {@link Message}; a plugin has an enum of its own that
 * implements this.
 */
public interface ErrorMessage {

  /** The stable id, such as {@code AE-201}; unique among all catalogues. */
  String id();

  /** The text, with {@code %s} and {@code %d} for its facts: what is wrong, where, and the fix. */
  String template();

  /** The message with its facts filled in, beginning with its id in brackets. */
  default String with(Object... facts) {
    return "[" + id() + "] " + String.format(Locale.ROOT, template(), facts);
  }
}
