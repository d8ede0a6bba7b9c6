package io.venturi.testkit;

import java.util.Locale;

/** Says which property does not hold, with which figures, and what the usual cause is. */
final class Violation {

  private Violation() {}

  /**
   * The error of a check.
   *
   * @param cause what usually is wrong then, a sentence
   * @param fact a format of what was found
   */
  static AssertionError of(String cause, String fact, Object... figures) {
    return new AssertionError(
        String.format(Locale.ROOT, fact, figures) + ". Usual cause: " + cause);
  }
}
