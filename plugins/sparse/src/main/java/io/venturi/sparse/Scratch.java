package io.venturi.sparse;

import io.venturi.kernel.Tiles;

/**
 * Arrays for whole rows of codes and their gradients, a thread's own, so that hooks, which may run
 * on any thread, make none at each step.
 */
final class Scratch {

  private static final ThreadLocal<Scratch> OWN = ThreadLocal.withInitial(Scratch::new);

  float[] codes = {};
  float[] gradients = {};
  float[] increments = {};

  /** One value for each unit of the code: what its gradient grows by. */
  float[] slopes = {};

  /** For {@link LargestOfRow}. */
  float[] heap = {};

  double[] sums = {};
  double[] sizes = {};

  private Scratch() {}

  /** The thread's own, for rows of so many codes. */
  static Scratch forCodes(int width) {
    Scratch scratch = OWN.get();
    int size = Tiles.capacity(width);
    if (scratch.codes.length < size) {
      scratch.codes = new float[size];
      scratch.gradients = new float[size];
      scratch.increments = new float[size];
    }
    if (scratch.slopes.length < width) {
      scratch.slopes = new float[width];
      scratch.heap = new float[width];
      scratch.sums = new double[width];
      scratch.sizes = new double[width];
    }
    return scratch;
  }
}
