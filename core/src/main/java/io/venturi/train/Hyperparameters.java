package io.venturi.train;

import io.venturi.error.Message;
import io.venturi.error.TrainingException;

/** Checks of settings, where they are made. */
final class Hyperparameters {

  private Hyperparameters() {}

  /** Refuses a value unless the condition holds. */
  static void require(boolean holds, String name, Object value, String range) {
    if (!holds) {
      throw refused(name, value, range);
    }
  }

  private static TrainingException refused(String name, Object value, String range) {
    return new TrainingException(Message.HYPERPARAMETER, name, value, range);
  }

  static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw refused(name, value, "above 0 and finite");
    }
  }

  /** Allocates nothing where the value is allowed: each step asks. */
  static void requireNotNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw refused(name, value, "at least 0 and finite");
    }
  }

  /** For decay rates. */
  static void requireFraction(String name, double value) {
    require(value >= 0 && value < 1, name, value, "in [0, 1)");
  }

  /** For what is added to a divisor: as a float it must not vanish. */
  static void requireNormalFloat(String name, double value) {
    require(
        value >= Float.MIN_NORMAL && value <= Float.MAX_VALUE,
        name,
        value,
        "in [1.2e-38, 3.4e38], what a float can hold");
  }
}
