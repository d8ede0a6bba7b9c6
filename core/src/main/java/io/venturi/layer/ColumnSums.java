package io.venturi.layer;

import java.util.Arrays;

/**
 * Sums over many rows, one for each feature: in float within a tile, where loops vectorise, and in
 * double from tile to tile, so that no digits are lost however many rows there are.
 */
final class ColumnSums {

  private final double[] sums;
  private final float[] tile;

  ColumnSums(int width) {
    sums = new double[width];
    tile = new float[width];
  }

  /** Starts again from zero. */
  void clear() {
    Arrays.fill(sums, 0);
  }

  /** The sums over one tile, to be added to; zero to begin with. */
  float[] tile() {
    Arrays.fill(tile, 0);
    return tile;
  }

  /** Adds the tile's sums to those of the tiles before. */
  void addTile() {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += tile[i];
    }
  }

  double get(int feature) {
    return sums[feature];
  }
}
