package io.venturi.variational;

import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.CodeMonitor;

/** Says how many units were active in an epoch. */
final class ActiveUnits implements CodeMonitor {

  /** Fewer than this part of all units is too few. */
  private static final double FEW = 0.1;

  private final MeanSpread spread = new MeanSpread();
  private float[] codes = {};

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
      spread.add(codes, n, width, width / 2);
    }
  }

  @Override
  public void report(Findings findings) {
    if (spread.isEmpty()) {
      return;
    }
    int active = spread.active();
    findings.figure("activeUnits", active);
    if (active < FEW * spread.units()) {
      findings.warning(
          "only "
              + active
              + " of the code's "
              + spread.units()
              + " units are active: the posterior has"
              + " collapsed onto the prior, and codes say next to nothing. Let beta rise by"
              + " @WarmUp, set freeBits, or lower beta.");
    }
    spread.clear();
  }
}
