package io.venturi.testkit;

/** What a transform of codes is in training, in double precision. */
@FunctionalInterface
public interface TransformFormula {

  /**
   * What the decoder reads, shape (rows, latents).
   *
   * @param codes what the encoder gave of the batch, shape (rows, codes)
   * @param seed what the transform's context says, from which it draws
   */
  double[][] of(double[][] codes, long seed);
}
