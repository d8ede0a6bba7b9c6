package io.venturi.train;

import io.venturi.data.CheckedRows;
import io.venturi.data.RowStream;
import io.venturi.data.Scaling;
import org.jspecify.annotations.Nullable;

/** One reading of a stream: puts those of its rows that are of a share into windows, scaled. */
final class WindowReader implements AutoCloseable {

  /** Values read at a time, so that they are still in the cache when they are checked. */
  private static final int BLOCK = 1 << 14;

  private final CheckedRows rows;
  private final @Nullable Scaling scaling;
  private final RowShare.Draws draws;
  private final int width;
  private boolean ended;

  /**
   * Opens a stream.
   *
   * @param name what messages call it
   */
  WindowReader(String name, RowStream stream, RowRequirements checks, RowShare share) {
    this.scaling = checks.scaling();
    this.width = checks.width();
    this.draws = share.draws();
    this.rows =
        new CheckedRows(name, stream, checks.model(), width, checks.range(), checks.scaling());
  }

  int[] shape() {
    return rows.shape();
  }

  /**
   * Adds rows behind those in the buffer, until it has {@code most} of them or there are no more.
   * Ends early, with whatever there is, when the thread is interrupted: nobody wants it any more.
   */
  void fill(WindowBuffer buffer, int most) {
    int block = Math.max(1, BLOCK / width);
    while (buffer.rows < most && !ended && !Thread.currentThread().isInterrupted()) {
      int wanted = Math.min(block, most - buffer.rows);
      buffer.reserve(wanted);
      int start = buffer.rows * width;
      int count = rows.read(buffer.values, start, wanted);
      scale(buffer.values, start, count);
      buffer.rows += keep(buffer.values, start, count);
      ended = count == 0;
    }
    buffer.last = ended && buffer.rows <= most;
  }

  private void scale(float[] values, int start, int count) {
    Scaling by = scaling;
    if (by != null) {
      for (int row = start; row < start + count * width; row += width) {
        for (int i = 0; i < width; i++) {
          values[row + i] = by.apply(i, values[row + i]);
        }
      }
    }
  }

  /** Moves the rows of the share together, and says how many they are. */
  private int keep(float[] values, int start, int count) {
    int kept = 0;
    for (int row = 0; row < count; row++) {
      if (draws.next()) {
        if (kept < row) {
          System.arraycopy(values, start + row * width, values, start + kept * width, width);
        }
        kept++;
      }
    }
    return kept;
  }

  @Override
  public void close() {
    rows.close();
  }
}
