package io.venturi.train;

import io.venturi.data.RowStream;
import io.venturi.data.Scaling;
import io.venturi.data.ValueRange;
import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One reading of a stream: checks its rows and puts those of a share into windows. */
final class WindowReader implements AutoCloseable {

  /** Values read at a time, so that they are still in the cache when they are checked. */
  private static final int BLOCK = 1 << 14;

  private final String name;
  private final OptionalLong size;
  private final RowStream.Cursor cursor;
  private final ValueRange range;
  private final @Nullable Scaling scaling;
  private final RowShare.Draws draws;
  private final int[] shape;
  private final int width;
  private long read;
  private boolean ended;

  /**
   * Opens a stream.
   *
   * @param name what messages call it
   */
  WindowReader(String name, RowStream stream, RowRequirements checks, RowShare share) {
    this.name = name;
    this.size = stream.size();
    this.range = checks.range();
    this.scaling = checks.scaling();
    this.width = checks.width();
    this.draws = share.draws();
    this.cursor = stream.open();
    try {
      this.shape = cursor.shape();
      checks.requireWidth(name, Arrays.stream(shape).reduce(1, Math::multiplyExact));
    } catch (RuntimeException | Error e) {
      cursor.close();
      throw e;
    }
  }

  int[] shape() {
    return shape.clone();
  }

  /**
   * Adds rows behind those in the buffer, until it has {@code rows} of them or there are no more.
   * Ends early, with whatever there is, when the thread is interrupted: nobody wants it any more.
   */
  void fill(WindowBuffer buffer, int rows) {
    int block = Math.max(1, BLOCK / width);
    while (buffer.rows < rows && !ended && !Thread.currentThread().isInterrupted()) {
      int wanted = Math.min(block, rows - buffer.rows);
      buffer.reserve(wanted);
      int start = buffer.rows * width;
      int count = cursor.read(buffer.values, start, wanted);
      if (count < 0 || count > wanted) {
        throw new IllegalStateException(
            name + " gave " + count + " rows when it was asked for " + wanted);
      }
      check(buffer.values, start, count);
      buffer.rows += keep(buffer.values, start, count);
      read += count;
      if (count == 0) {
        ended = true;
        requireSize();
      }
    }
    buffer.last = ended && buffer.rows <= rows;
  }

  private void check(float[] values, int start, int count) {
    Scaling by = scaling;
    if (by != null) {
      checkScaled(values, start, count, by);
      return;
    }
    int fault = range.firstOutside(values, start, start + count * width);
    if (fault >= 0) {
      int row = (fault - start) / width;
      int feature = (fault - start) % width;
      throw range.outside(nameOf(row, feature), read + row, feature, values[fault]);
    }
  }

  /** Checks the rows as they are, scales them, and checks them again. */
  private void checkScaled(float[] values, int start, int count, Scaling by) {
    for (int row = 0; row < count; row++) {
      int first = start + row * width;
      for (int i = 0; i < width; i++) {
        float raw = values[first + i];
        float scaled = by.apply(i, raw);
        if (!Float.isFinite(raw) || !range.contains(scaled)) {
          throw range.outside(nameOf(row, i), read + row, i, raw, by);
        }
        values[first + i] = scaled;
      }
    }
  }

  /** What messages call the stream, with the place of a value of the rows read last. */
  private String nameOf(int row, int feature) {
    String place = cursor.place(row, feature);
    return place.isEmpty() ? name : name + " (" + place + ")";
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

  private void requireSize() {
    if (read == 0) {
      throw new DataException(Message.NO_ROWS, name);
    }
    if (size.isPresent() && size.getAsLong() != read) {
      throw new DataException(Message.STREAM_SIZE, name, read, size.getAsLong());
    }
  }

  @Override
  public void close() {
    cursor.close();
  }
}
