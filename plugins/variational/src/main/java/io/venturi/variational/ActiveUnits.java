package io.venturi.variational;

import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.CodeMonitor;
import java.util.Arrays;

/**
 * Counts the units whose mean varies over the rows by more than 0.01 (Burda, Grosse and
 * Salakhutdinov, 2015); the others say nothing about a row.
 */
final class ActiveUnits implements CodeMonitor {

  /** The variance of its mean above which a unit is active. */
  static final double THRESHOLD = 0.01;

  /** Fewer than this part of all units is too few. */
  private static final double FEW = 0.1;

  private double[] sums = {};
  private double[] squares = {};
  private float[] codes = {};
  private long count;

  @Override
  public void observe(Tensor code, int rows) {
    int width = code.columns();
    int latents = width / 2;
    if (sums.length != latents) {
      sums = new double[latents];
      squares = new double[latents];
      codes = new float[Tiles.capacity(width)];
    }
    int tile = Tiles.rows(width);
    for (int row = 0; row < rows; row += tile) {
      int n = Math.min(tile, rows - row);
      code.read(row * width, codes, n * width);
      for (int at = 0; at < n * width; at += width) {
        for (int j = 0; j < latents; j++) {
          double mean = codes[at + j];
          sums[j] += mean;
          squares[j] += mean * mean;
        }
      }
    }
    count += rows;
  }

  @Override
  public void report(Findings findings) {
    if (count == 0) {
      return;
    }
    int active = 0;
    for (int j = 0; j < sums.length; j++) {
      double mean = sums[j] / count;
      if (squares[j] / count - mean * mean > THRESHOLD) {
        active++;
      }
    }
    findings.figure("activeUnits", active);
    if (active < FEW * sums.length) {
      findings.warning(
          "only "
              + active
              + " of the code's "
              + sums.length
              + " units are active: the posterior has"
              + " collapsed onto the prior, and codes say next to nothing. Let beta rise by"
              + " @WarmUp, set freeBits, or lower beta.");
    }
    Arrays.fill(sums, 0);
    Arrays.fill(squares, 0);
    count = 0;
  }
}
