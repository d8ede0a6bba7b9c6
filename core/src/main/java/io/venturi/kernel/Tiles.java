package io.venturi.kernel;

/**
 * The size of the pieces in which elementwise work walks through native memory: copied to arrays
 * that fit the first-level caches, worked on in flat loops, copied back.
 */
public final class Tiles {

  /** Floats in one tile. */
  public static final int SIZE = 4096;

  private Tiles() {}

  /** How many whole rows of {@code width} values to take at once: at least one. */
  public static int rows(int width) {
    return Math.max(1, SIZE / Math.max(1, width));
  }

  /** Room for a tile, or for a single row that is longer than one. */
  public static int capacity(int width) {
    return Math.max(SIZE, width);
  }
}
