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
   * Ends training after the step at hand. The result has the parameters as they are then; its
   * history ends with the last complete epoch.
   */
  public void stop() {
    stopped = true;
  }

  /** Whether {@link #stop} was called. */
  public boolean isStopped() {
    return stopped;
  }
}
