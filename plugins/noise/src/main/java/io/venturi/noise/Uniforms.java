package io.venturi.noise;

import io.venturi.kernel.Seeds;

/**
 * Uniform numbers that depend on a seed and a place alone, from 24 bits: as many as a float has.
 */
final class Uniforms {

  private static final int BITS = 24;

  private Uniforms() {}

  /** In [0, 1). */
  static float at(long seed, long place) {
    return (int) (Seeds.draw(seed, place) >>> (Long.SIZE - BITS)) * 0x1p-24f;
  }

  /** As a number of 24 bits, below {@link #threshold} with the probability that it is for. */
  static int bitsAt(long seed, long place) {
    return (int) (Seeds.draw(seed, place) >>> (Long.SIZE - BITS));
  }

  /** How many of the numbers of 24 bits make up this probability. */
  static int threshold(double probability) {
    return (int) Math.round(probability * (1 << BITS));
  }
}
