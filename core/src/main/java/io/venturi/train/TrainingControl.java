package io.venturi.train;

/**
 * Ends a training early, from any thread: a button, a budget, a listener. Given to {@link
 * Trainer#control}; once stopped it stays so.
 */
public final class TrainingControl {

  private volatile boolean stopped;

  /** A control that has not stopped anything yet. */
  public TrainingControl() {}

  /**
   * Ends training after the step at hand, or, where it waits for rows, without them. The result has
   * the parameters as they are then, not those of the best epoch; its history ends with the last
   * complete epoch. An epoch that is being validated is complete, but has no validation loss.
   * Training that is stopped before its first step gives a model of the parameters it would have
   * begun with, without a scaler that has not seen all rows yet.
   */
  public void stop() {
    stopped = true;
  }

  /** Whether {@link #stop} was called. */
  public boolean isStopped() {
    return stopped;
  }
}
