package io.venturi.testkit;

import io.venturi.spi.BatchContext;

/**
 * What a hook is told when the kit calls it.
 *
 * @param epochs past any warm-up, or 0 as in {@code Objective.gradient}
 */
record Occasion(long seed, double epochs, boolean isTraining) implements BatchContext {

  private static final double LATE = 1e6;

  /** At the beginning of a training. */
  static Occasion of(long seed) {
    return new Occasion(seed, 0, true);
  }

  /** Past any warm-up. */
  static Occasion late(long seed) {
    return new Occasion(seed, LATE, true);
  }

  @Override
  public long steps() {
    return (long) epochs;
  }

  @Override
  public void report(String name, double value) {}
}
