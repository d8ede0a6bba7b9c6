package io.venturi.model;

import io.venturi.data.CheckedRows;
import io.venturi.data.RowStream;
import io.venturi.data.Scaling;
import io.venturi.data.ValueRange;
import io.venturi.error.DataException;
import io.venturi.error.Message;
import io.venturi.model.ForwardPass.Place;
import io.venturi.spi.NetworkDescription;
import org.jspecify.annotations.Nullable;

/**
 * Scores the rows of a stream, as many at a time as keep the processors busy. What is read at a
 * time is whole blocks, so that a row's bits are those that it has in memory.
 */
final class StreamScores {

  /** Values read at a time, at most, unless a block has more. */
  private static final int MOST_VALUES = 1 << 24;

  private static final int MOST_BLOCKS = 64;

  /** What is done with rows' errors, in their order. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes the error of one row.
     *
     * @param squaredError the sum over the row's features, in scaled units
     */
    void take(long row, double squaredError);
  }

  private final Blocks<?> blocks;
  private final RowStream stream;
  private final String name;
  private final String model;
  private final @Nullable Scaling scaling;
  private final ValueRange range;
  private final int width;
  private final int blockRows;

  StreamScores(ForwardPass<?> pass, Blocks<?> blocks, RowStream stream) {
    NetworkDescription network = pass.description();
    this.blocks = blocks;
    this.stream = stream;
    this.name = stream.name();
    this.model = network.simpleName();
    this.scaling = pass.scaling();
    this.range = pass.range();
    this.width = pass.width(Place.INPUT);
    this.blockRows = Blocks.blockRows(network);
  }

  /**
   * Goes through all rows.
   *
   * @return how many there were
   */
  long run(Sink sink) {
    try (CheckedRows reading = new CheckedRows(name, stream, model, width, range, scaling)) {
      int rows = blockRows * Math.max(1, Math.min(MOST_BLOCKS, MOST_VALUES / width / blockRows));
      float[] values = new float[rows * width];
      double[] errors = new double[rows];
      long done = 0;
      int count = rows;
      while (count == rows) {
        count = fill(reading, values, rows);
        blocks.squaredErrors(
            count,
            (first, n, tile) -> System.arraycopy(values, first * width, tile, 0, n * width),
            errors);
        for (int row = 0; row < count; row++) {
          sink.take(done + row, errors[row]);
        }
        done += count;
      }
      return done;
    }
  }

  /**
   * Reads the next rows.
   *
   * @return how many; fewer than {@code rows} only at the end
   */
  private int fill(CheckedRows reading, float[] values, int rows) {
    int filled = 0;
    int count = 1;
    while (filled < rows && count > 0) {
      if (Thread.currentThread().isInterrupted()) {
        throw new DataException(Message.READ_FAILED, name, "the thread was interrupted");
      }
      count = reading.read(values, filled * width, rows - filled);
      filled += count;
    }
    return filled;
  }
}
