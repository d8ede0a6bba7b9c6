package io.venturi.testkit;

import io.venturi.spi.BatchContext;
import io.venturi.spi.Scratch;

/**
 * What a hook is told when the kit calls it.
 *
 * @param epochs past any warm-up, or 0 as in {@code Objective.gradient}
 * @param scratch what hooks find in it, the last call with this occasion left
 */
record Occasion(long seed, double epochs, boolean isTraining, Scratch scratch)
    implements BatchContext {

  private static final double LATE = 1e6;

  /** At the beginning of a training. */
  static Occasion of(long seed) {
    return new Occasion(seed, 0, true, new Scratch());
  }

  /** Past any warm-up. */
  static Occasion late(long seed) {
    return new Occasion(seed, LATE, true, new Scratch());
  }

  @Override
  public long steps() {
    return (long) epochs;
  }

  @Override
  public void report(String name, double value) {}
}
