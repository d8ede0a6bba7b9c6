package io.venturi.generation;

import io.venturi.error.DataException;
import io.venturi.error.Message;

/** What is checked of numbers that users give. */
final class Settings {

  private Settings() {}

  /**
   * Refuses a number outside an interval.
   *
   * @param name what messages call it
   * @throws DataException if it is below the lowest or above the highest
   */
  static void require(String name, int value, int lowest, int highest) {
    if (value < lowest || value > highest) {
      String upTo = highest == Integer.MAX_VALUE ? "" : " and at most " + highest;
      throw new DataException(Message.HYPERPARAMETER, name, value, "at least " + lowest + upTo);
    }
  }
}
