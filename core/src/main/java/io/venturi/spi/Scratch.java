package io.venturi.spi;

import java.util.Arrays;

/**
 * Arrays that a hook works with, kept for it from step to step so that no step makes any. A hook's
 * scratch is its own and no other hook's; one thread at a time uses it. Slots are numbers from 0 on
 * that the hook gives its arrays.
 *
 * <p>An array is made when a slot is first asked for, or asked for more than it has; then it is all
 * zeros. Otherwise it holds what the hook left in it.
 */
public final class Scratch {

  private float[][] floats = {};
  private double[][] doubles = {};

  /** Scratch without any array yet. */
  public Scratch() {}

  /** At least {@code n} floats, the same array until a call asks this slot for more. */
  public float[] floats(int slot, int n) {
    if (slot >= floats.length) {
      int before = floats.length;
      floats = Arrays.copyOf(floats, slot + 1);
      Arrays.fill(floats, before, slot + 1, new float[0]);
    }
    if (floats[slot].length < n) {
      floats[slot] = new float[n];
    }
    return floats[slot];
  }

  /** At least {@code n} doubles, in slots of their own; otherwise as {@link #floats}. */
  public double[] doubles(int slot, int n) {
    if (slot >= doubles.length) {
      int before = doubles.length;
      doubles = Arrays.copyOf(doubles, slot + 1);
      Arrays.fill(doubles, before, slot + 1, new double[0]);
    }
    if (doubles[slot].length < n) {
      doubles[slot] = new double[n];
    }
    return doubles[slot];
  }
}
