package io.venturi.benchmarks.peers.task;

/** A library at a task. First it shows that it does the right thing, then how fast. */
public interface Contestant extends AutoCloseable {

  /**
   * What must agree with Venturi's. Of a training the loss of {@link Material#fixedRows()} after
   * {@link Work#checkedSteps()} steps, batch after batch in the rows' order, from the weights of
   * the material; of inference the largest difference from the expected values.
   */
  double check();

  /** The figure, in the unit of the work. */
  double figure();

  @Override
  default void close() {}
}
