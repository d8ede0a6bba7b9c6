package io.venturi.spi;

/**
 * What a hook that sees a whole batch may know of its step, and where it says what it has found.
 */
public interface BatchContext extends StepContext {

  /**
   * Reports a figure of this batch, which the metrics of the epoch show as a mean over rows.
   *
   * @param name the same at every step, such as {@code kl}
   * @param value a mean over the batch's rows
   */
  void report(String name, double value);
}
