package io.venturi.spi;

/**
 * What a hook that sees a whole batch may know of its step, where it says what it has found, and
 * what it works with.
 */
public interface BatchContext extends StepContext {

  /**
   * Reports a figure of this batch, which the metrics of the epoch show as a mean over rows.
   *
   * @param name the same at every step, such as {@code kl}
   * @param value a mean over the batch's rows
   */
  void report(String name, double value);

  /**
   * Arrays of the hook's own, which last: a transform's {@code backward} finds in them what its
   * {@code forward} has left there.
   */
  Scratch scratch();
}
