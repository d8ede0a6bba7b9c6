package io.venturi.train;

import io.venturi.error.Message;
import io.venturi.error.TrainingException;

/** The learning rate of each step of a training: the optimizer's, times the schedule's factor. */
record LearningRate(Schedule schedule, double base, int epochs) {

  /** In how many places of an epoch it is looked whether a schedule changes there. */
  private static final int PLACES = 64;

  /**
   * The rate after so many epochs.
   *
   * @param epochsDone with the fraction of the one at hand
   */
  double at(double epochsDone) {
    double factor = schedule.factor(epochsDone, epochs);
    Hyperparameters.requireNotNegative("the schedule's factor", factor);
    return factor * base;
  }

  /**
   * Refuses a schedule that needs to know how much of the first epoch is done, where that is not
   * known.
   */
  void requireKnown(RowSource rows) {
    if (rows.expectedRows().isPresent()) {
      return;
    }
    for (int place = 1; place < PLACES; place++) {
      if (at((double) place / PLACES) != at(0)) {
        throw new TrainingException(Message.STREAM_SIZE_UNKNOWN, rows.name());
      }
    }
  }
}
