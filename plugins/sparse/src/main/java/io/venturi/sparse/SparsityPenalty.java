package io.venturi.sparse;

import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.BatchContext;
import io.venturi.spi.CodePenalty;
import io.venturi.spi.Scratch;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * {@link KullbackLeibler} and {@link L1}, of codes as the decoder reads them.
 *
 * @param kl the first, if there is one
 * @param l1 the second, if there is one
 * @param largest what top-k keeps, if there is one: the other codes are 0, without a gradient
 */
record SparsityPenalty(@Nullable MeanTarget kl, @Nullable L1 l1, @Nullable LargestOfRow largest)
    implements CodePenalty {

  // Slots of scratch.
  private static final int CODES = 0;
  private static final int GRADIENTS = 1;
  private static final int INCREMENTS = 2;
  private static final int SLOPES = 3;
  private static final int HEAP = 4;
  private static final int SUMS = 0;
  private static final int SIZES = 1;

  @Override
  public String name() {
    return "sparsity";
  }

  @Override
  public double penalise(Tensor code, Tensor gradient, int rows, BatchContext step) {
    int width = code.columns();
    Scratch scratch = step.scratch();
    double[] sums = scratch.doubles(SUMS, width);
    double[] sizes = scratch.doubles(SIZES, width);
    float[] slopes = scratch.floats(SLOPES, width);
    addUp(code, rows, width, scratch);
    double penalty = 0;
    Arrays.fill(slopes, 0, width, 0f);
    if (kl != null) {
      double divergence = kl.divergence(sums, rows, width);
      kl.slopes(sums, rows, width, slopes);
      step.report("kl", divergence);
      penalty += kl.weight() * divergence;
    }
    double weight = 0;
    if (l1 != null) {
      weight = l1.weight();
      double size = 0;
      for (int j = 0; j < width; j++) {
        size += sizes[j];
      }
      step.report("l1", size / rows);
      penalty += weight * size / rows;
    }
    addGradient(code, gradient, rows, width, (float) (weight / rows), scratch);
    return penalty;
  }

  /** The sums of each unit's values, and of their sizes. */
  private void addUp(Tensor code, int rows, int width, Scratch scratch) {
    float[] c = scratch.floats(CODES, Tiles.capacity(width));
    double[] sums = scratch.doubles(SUMS, width);
    double[] sizes = scratch.doubles(SIZES, width);
    Arrays.fill(sums, 0, width, 0);
    Arrays.fill(sizes, 0, width, 0);
    int tile = Tiles.rows(width);
    for (int row = 0; row < rows; row += tile) {
      int n = Math.min(tile, rows - row);
      code.read(row * width, c, n * width);
      if (largest != null) {
        largest.keep(c, c, n, width, scratch.floats(HEAP, width));
      }
      for (int at = 0; at < n * width; at += width) {
        for (int j = 0; j < width; j++) {
          sums[j] += c[at + j];
          sizes[j] += Math.abs(c[at + j]);
        }
      }
    }
  }

  private void addGradient(
      Tensor code, Tensor gradient, int rows, int width, float l1Slope, Scratch scratch) {
    float[] c = scratch.floats(CODES, Tiles.capacity(width));
    float[] g = scratch.floats(GRADIENTS, Tiles.capacity(width));
    float[] increments = scratch.floats(INCREMENTS, Tiles.capacity(width));
    float[] slopes = scratch.floats(SLOPES, width);
    int tile = Tiles.rows(width);
    for (int row = 0; row < rows; row += tile) {
      int n = Math.min(tile, rows - row);
      code.read(row * width, c, n * width);
      gradient.read(row * width, g, n * width);
      for (int at = 0; at < n * width; at += width) {
        for (int j = 0; j < width; j++) {
          float value = c[at + j];
          increments[at + j] = slopes[j] + (value > 0 ? l1Slope : value < 0 ? -l1Slope : 0f);
        }
      }
      if (largest != null) {
        largest.keep(c, increments, n, width, scratch.floats(HEAP, width));
      }
      for (int i = 0; i < n * width; i++) {
        g[i] += increments[i];
      }
      gradient.write(row * width, g, n * width);
    }
  }
}
