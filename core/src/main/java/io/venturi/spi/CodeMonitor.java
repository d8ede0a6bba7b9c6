package io.venturi.spi;

import io.venturi.kernel.Tensor;

/**
 * Watches the codes of one epoch after another and says at each end what they were like: what no
 * single batch can tell, such as units that are never active. One object watches one training, or
 * its validation; so it may keep what it counts, and the arrays it works with, in fields. It
 * changes nothing.
 */
public interface CodeMonitor {

  /**
   * Sees the codes of one batch. Allocates nothing.
   *
   * @param code what the encoder gave, shape (capacity, codes), the first {@code rows} rows in use
   */
  void observe(Tensor code, int rows);

  /** Says what the codes since the last call were like, and forgets them. */
  void report(Findings findings);

  /** Takes what a monitor has found. */
  interface Findings {

    /** A figure for the metrics of the epoch. */
    void figure(String name, double value);

    /** Something that the user should know of, a sentence that says what to do about it. */
    void warning(String text);
  }
}
