package io.venturi.train;

/**
 * Running averages in which numbers that decay towards denormals become zero: moments of dead units
 * and of always-black pixels would otherwise slow training several times. Adding and subtracting a
 * number far above the smallest normal float, and far below any moment that matters, does that and
 * still vectorises.
 */
final class Moments {

  private static final float FIRST = 1e-20f;
  private static final float SECOND = 1e-25f;

  private Moments() {}

  /** A first moment, of the size of a gradient. */
  static float flushFirst(float moment) {
    return (moment + FIRST) - FIRST;
  }

  /** A second moment, of the size of a squared gradient. */
  static float flushSecond(float moment) {
    return (moment + SECOND) - SECOND;
  }
}
