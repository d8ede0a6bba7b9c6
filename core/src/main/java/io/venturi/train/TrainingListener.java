package io.venturi.train;

/** Follows a training. Called on the thread that trains, between steps. */
public interface TrainingListener {

  /**
   * Before the first step.
   *
   * @param epochs how many are planned
   * @param rows rows of one epoch
   */
  default void started(int epochs, int rows) {}

  /**
   * After each step.
   *
   * @param epoch counts from 1
   * @param rows how many rows of the epoch are done
   */
  default void stepFinished(int epoch, int rows) {}

  /** After each epoch. */
  default void epochFinished(EpochMetrics metrics) {}

  /** At the end, however training ended. */
  default void finished() {}
}
