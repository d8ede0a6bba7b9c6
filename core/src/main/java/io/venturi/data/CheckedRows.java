package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a stream, of which every row is checked before anybody sees it, and whatever goes
 * wrong is a {@link DataException} that names the stream and the place. Used by one thread at a
 * time.
 */
public final class CheckedRows implements AutoCloseable {

  private final String name;
  private final OptionalLong size;
  private final int width;
  private final ValueRange range;
  private final @Nullable Scaling scaling;
  private final RowStream.Cursor cursor;
  private final int[] shape;
  private long done;

  /**
   * Opens a stream.
   *
   * @param name what messages call it
   * @param model what messages call what asks for the rows
   * @param width the values that a row must have
   * @param range where values must lie, scaled if there is a scaling
   * @param scaling what the rows are to be scaled by afterwards: they are checked both ways and
   *     given as they are
   */
  public CheckedRows(
      String name,
      RowStream stream,
      String model,
      int width,
      ValueRange range,
      @Nullable Scaling scaling) {
    this.name = name;
    this.width = width;
    this.range = range;
    this.scaling = scaling;
    this.size = stream.size();
    this.cursor = reading(stream::open);
    try {
      this.shape = reading(cursor::shape);
      DataChecks.requireWidth(
          name, Arrays.stream(shape).reduce(1, Math::multiplyExact), width, model);
    } catch (RuntimeException | Error e) {
      cursor.close();
      throw e;
    }
  }

  /** The shape of one row; a copy. */
  public int[] shape() {
    return shape.clone();
  }

  /** The names of the features; empty if they have none. */
  public List<String> featureNames() {
    return reading(cursor::featureNames);
  }

  /**
   * Reads the next rows.
   *
   * @param destination where their values go, densely, from {@code offset} on
   * @param rows at most how many, at least 1
   * @return how many were read; 0 only at the end, where it is known that there are some and as
   *     many as the stream says
   */
  public int read(float[] destination, int offset, int rows) {
    int count = reading(() -> cursor.read(destination, offset, rows));
    if (count < 0 || count > rows) {
      throw new DataException(
          Message.READ_FAILED, name, "it gave " + count + " rows when asked for " + rows);
    }
    if (count == 0) {
      requireSize();
    } else if (scaling == null) {
      check(destination, offset, count);
    } else {
      checkScaled(destination, offset, count, scaling);
    }
    int empty = range.firstEmpty(destination, offset, count, width);
    if (empty >= 0) {
      throw ValueRange.empty(place(empty, 0), done + empty);
    }
    done += count;
    return count;
  }

  private void check(float[] values, int start, int count) {
    int fault = range.firstOutside(values, start, start + count * width);
    if (fault >= 0) {
      int row = (fault - start) / width;
      int feature = (fault - start) % width;
      throw range.outside(place(row, feature), done + row, feature, values[fault]);
    }
  }

  private void checkScaled(float[] values, int start, int count, Scaling by) {
    for (int row = 0; row < count; row++) {
      for (int i = 0; i < width; i++) {
        float raw = values[start + row * width + i];
        if (Float.isInfinite(raw) || !range.contains(by.apply(i, raw))) {
          throw range.outside(place(row, i), done + row, i, raw, by);
        }
      }
    }
  }

  /** What messages call the stream, with the place of a value of the rows read last. */
  private String place(int row, int feature) {
    return DataChecks.located(name, cursor.place(row, feature));
  }

  private void requireSize() {
    if (done == 0) {
      throw new DataException(Message.NO_ROWS, name);
    }
    if (size.isPresent() && size.getAsLong() != done) {
      throw new DataException(Message.STREAM_SIZE, name, done, size.getAsLong());
    }
  }

  private <T> T reading(Supplier<T> step) {
    try {
      return step.get();
    } catch (DataException e) {
      throw e;
    } catch (RuntimeException e) {
      Object reason = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
      throw new DataException(e, Message.READ_FAILED, name, reason);
    }
  }

  @Override
  public void close() {
    cursor.close();
  }
}
