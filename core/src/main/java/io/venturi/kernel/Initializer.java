package io.venturi.kernel;

import io.venturi.annotation.InitializerType;
import java.util.SplittableRandom;

/**
 * Draws a layer's starting weights. Implementations are stateless and have a public constructor
 * without parameters; the same random stream gives the same weights.
 */
public interface Initializer extends InitializerType {

  /**
   * Fills {@code weights}.
   *
   * @param fanIn how many inputs each unit has
   * @param fanOut how many units each input feeds
   */
  void fill(float[] weights, int fanIn, int fanOut, SplittableRandom random);

  /**
   * Fills weights that are a matrix of {@code rows} rows. Overridden by what draws matrices, and
   * not number by number: in a convolution rows are not the fan-in.
   */
  default void fill(float[] weights, int rows, int fanIn, int fanOut, SplittableRandom random) {
    fill(weights, fanIn, fanOut, random);
  }
}
