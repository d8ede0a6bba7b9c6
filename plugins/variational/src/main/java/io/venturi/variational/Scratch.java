package io.venturi.variational;

import io.venturi.kernel.Tiles;

/**
 * Arrays for whole rows of codes, gradients and latents, a thread's own, so that hooks, which may
 * run on any thread, make none at each step.
 */
final class Scratch {

  private static final ThreadLocal<Scratch> OWN = ThreadLocal.withInitial(Scratch::new);

  float[] codes = {};
  float[] gradients = {};
  float[] latents = {};
  double[] sums = {};

  private Scratch() {}

  /** The thread's own, for rows of so many codes. */
  static Scratch forCodes(int width) {
    Scratch scratch = OWN.get();
    int size = Tiles.capacity(width);
    if (scratch.codes.length < size) {
      scratch.codes = new float[size];
      scratch.gradients = new float[size];
      scratch.latents = new float[size];
    }
    if (scratch.sums.length < width) {
      scratch.sums = new double[width];
    }
    return scratch;
  }
}
