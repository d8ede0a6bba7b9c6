package io.venturi.benchmarks.scale;

/**
 * How long a training is measured.
 *
 * @param warmUpSeconds what is left out before
 * @param seconds what is measured, and a whole epoch in any case
 */
record Pace(double warmUpSeconds, double seconds) {

  static final Pace FULL = new Pace(1.5, 3);
  static final Pace QUICK = new Pace(0.7, 0.7);
}
