package io.venturi.anomaly;

/** Learns what is usual of normal rows, for a {@link Measure}. For one thread. */
public interface MeasureLearner extends AutoCloseable {

  /**
   * Sees some of the normal rows; all of them are seen once, in their order.
   *
   * @param block not to be changed, and not valid after this call
   */
  void add(RowBlock block);

  /** What was learned, when all rows have been seen. */
  FittedMeasure learned();

  /** Frees what it holds besides the heap; what was learned does not depend on it. */
  @Override
  default void close() {}
}
