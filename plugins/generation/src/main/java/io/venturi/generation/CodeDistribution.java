package io.venturi.generation;

import io.venturi.kernel.Gaussians;

/** What codes are drawn from, to be decoded. */
public interface CodeDistribution {

  /** What reports and messages call it, such as {@code the standard normal prior}. */
  String name();

  /** Numbers in a code. */
  int size();

  /**
   * Codes, (count, size). A code depends on the seed and its number alone: fewer codes of the same
   * seed are the first of more.
   */
  float[][] draw(int count, long seed);

  /**
   * Independent numbers of mean 0 and variance 1: the prior of variational models, and of no other
   * type.
   *
   * @param size numbers in a code
   */
  static CodeDistribution standardNormal(int size) {
    return new StandardNormal(size);
  }

  /** The same draws as {@code GenerativeModel.sample} of venturi-variational. */
  record StandardNormal(int size) implements CodeDistribution {

    /** Refuses codes without numbers. */
    public StandardNormal {
      Settings.require("the size of a code", size, 1, Integer.MAX_VALUE);
    }

    @Override
    public String name() {
      return "the standard normal prior";
    }

    @Override
    public float[][] draw(int count, long seed) {
      float[][] codes = new float[count][size];
      for (int i = 0; i < count; i++) {
        Gaussians.fill(codes[i], size, seed, (long) i * size);
      }
      return codes;
    }
  }
}
