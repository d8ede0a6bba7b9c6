package io.venturi.generation;

import io.venturi.kernel.Seeds;

/** Uniform numbers in [0, 1) that depend on a seed and a place alone. */
final class Uniform {

  private Uniform() {}

  static double at(long seed, long place) {
    return (Seeds.draw(seed, place) >>> 11) * 0x1p-53;
  }
}
