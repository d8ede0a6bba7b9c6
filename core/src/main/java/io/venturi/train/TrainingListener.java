package io.venturi.train;

/** Follows a training. Called on the thread that trains, between steps. */
public interface TrainingListener {

  /** Before the first step. */
  default void started(TrainingStart start) {}

  /**
   * After each step.
   *
   * @param metrics the same object every time: it holds for the length of the call
   */
  default void stepFinished(StepMetrics metrics) {}

  /** After each epoch. */
  default void epochFinished(EpochMetrics metrics) {}

  /** At the end, however training ended. */
  default void finished() {}
}
