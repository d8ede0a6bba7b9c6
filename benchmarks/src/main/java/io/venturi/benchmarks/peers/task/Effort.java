package io.venturi.benchmarks.peers.task;

/**
 * How long a contender is measured.
 *
 * @param warmUp seconds that do not count
 * @param measured seconds after them that do, rounded up to whole rounds
 */
public record Effort(double warmUp, double measured) {

  public static final Effort FULL = new Effort(2, 4);
  public static final Effort QUICK = new Effort(1, 2);

  /** Rounds that are measured at least, however long they take. */
  static final int LEAST_ROUNDS = 3;
}
