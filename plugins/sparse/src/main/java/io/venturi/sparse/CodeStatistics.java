package io.venturi.sparse;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Adds up what {@link Sparsity} says of codes, row after row. */
final class CodeStatistics {

  private final @Nullable LargestOfRow largest;
  private float[] largestSizes = {};
  private float[] heap = {};
  private double sum;
  private double sparseness;
  private long values;
  private long rowsWithLength;

  /**
   * @param largest what of the codes counts, if not all
   */
  CodeStatistics(@Nullable LargestOfRow largest) {
    this.largest = largest;
  }

  /** Takes rows of codes, which may be changed. */
  void add(float[] codes, int rows, int width) {
    if (largestSizes.length != width) {
      largestSizes = new float[width];
      heap = new float[width];
    }
    if (largest != null) {
      largest.keep(codes, codes, rows, width, heap);
    }
    for (int at = 0; at < rows * width; at += width) {
      addRow(codes, at, width);
    }
    values += (long) rows * width;
  }

  private void addRow(float[] codes, int at, int width) {
    double sizes = 0;
    double squares = 0;
    for (int j = 0; j < width; j++) {
      float value = codes[at + j];
      float size = Math.abs(value);
      largestSizes[j] = Math.max(largestSizes[j], size);
      sum += value;
      sizes += size;
      squares += (double) value * value;
    }
    if (squares > 0) {
      double root = Math.sqrt(width);
      sparseness += width == 1 ? 1 : (root - sizes / Math.sqrt(squares)) / (root - 1);
      rowsWithLength++;
    }
  }

  boolean isEmpty() {
    return values == 0;
  }

  int units() {
    return largestSizes.length;
  }

  double meanActivation() {
    return sum / values;
  }

  int deadUnits() {
    float most = 0;
    for (float size : largestSizes) {
      most = Math.max(most, size);
    }
    int dead = 0;
    for (float size : largestSizes) {
      dead += size <= Sparsity.ACTIVE * most ? 1 : 0;
    }
    return dead;
  }

  double sparseness() {
    return rowsWithLength == 0 ? 1 : sparseness / rowsWithLength;
  }

  void clear() {
    Arrays.fill(largestSizes, 0f);
    sum = 0;
    sparseness = 0;
    values = 0;
    rowsWithLength = 0;
  }
}
