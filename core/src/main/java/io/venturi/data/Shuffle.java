package io.venturi.data;

import java.util.SplittableRandom;

/** Random orders that depend on a seed alone. */
public final class Shuffle {

  private Shuffle() {}

  /** The numbers from 0 to {@code size - 1} in random order. */
  public static int[] permutation(int size, long seed) {
    int[] order = new int[size];
    permute(order, seed);
    return order;
  }

  /** Fills {@code order} with the numbers from 0 to its length − 1 in random order. */
  public static void permute(int[] order, long seed) {
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (int last = order.length - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int swapped = order[last];
      order[last] = order[other];
      order[other] = swapped;
    }
  }
}
