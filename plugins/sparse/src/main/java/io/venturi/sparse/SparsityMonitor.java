package io.venturi.sparse;

import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.CodeMonitor;
import org.jspecify.annotations.Nullable;

/** Says what {@link Sparsity} is of the codes of an epoch. */
final class SparsityMonitor implements CodeMonitor {

  private final CodeStatistics statistics;
  private float[] codes = {};

  SparsityMonitor(@Nullable LargestOfRow largest) {
    this.statistics = new CodeStatistics(largest);
  }

  @Override
  public void observe(Tensor code, int rows) {
    int width = code.columns();
    if (codes.length < Tiles.capacity(width)) {
      codes = new float[Tiles.capacity(width)];
    }
    int tile = Tiles.rows(width);
    for (int row = 0; row < rows; row += tile) {
      int n = Math.min(tile, rows - row);
      code.read(row * width, codes, n * width);
      statistics.add(codes, n, width);
    }
  }

  @Override
  public void report(Findings findings) {
    if (statistics.isEmpty()) {
      return;
    }
    int dead = statistics.deadUnits();
    int units = statistics.units();
    findings.figure("meanActivation", statistics.meanActivation());
    findings.figure("deadUnits", dead);
    findings.figure("sparseness", statistics.sparseness());
    if (dead > units / 2) {
      findings.warning(
          dead
              + " of the code's "
              + units
              + " units are dead: not active for any row of the epoch. Give a penalty less"
              + " weight, keep more by topK, or take a smaller code.");
    }
    statistics.clear();
  }
}
