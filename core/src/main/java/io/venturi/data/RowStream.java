package io.venturi.data;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Rows of one shape that come one after another, as many as there may be: a file larger than
 * memory, rows that are computed, the answer of a database. It is opened anew for each epoch, so
 * that only the rows at hand are in memory; rows that fit into memory are better a {@link Dataset},
 * which is shuffled as a whole.
 *
 * <p>Each opening should give the same rows in the same order: then the same seed gives the same
 * model. {@link Csv#stream}, {@link Npy#stream} and {@link #of} make streams.
 */
public interface RowStream {

  /**
   * Rows given as arrays, one after another.
   *
   * @param name what messages call the stream
   * @param rows gives an iterator over the rows from the first on, each time it is asked; a row may
   *     be changed or used again once the next one is asked for. An iterator that is {@link
   *     AutoCloseable} is closed when nobody reads on.
   * @param shape the shape of one row: its width alone, or such as height, width, channels
   * @throws io.venturi.error.DataException if the shape has no values; when it is read, if a row is
   *     null or has another number of values than the shape
   */
  static RowStream of(String name, Supplier<? extends Iterator<float[]>> rows, int... shape) {
    return new IteratedRows(name, rows, shape);
  }

  /** What messages call the stream, such as the name of its file. */
  String name();

  /** How many rows each opening gives, if that is known without reading them. */
  default OptionalLong size() {
    return OptionalLong.empty();
  }

  /**
   * Begins to read at the first row.
   *
   * @throws io.venturi.error.DataException if there is nothing to read, or nothing that it
   *     understands
   */
  Cursor open();

  /**
   * This stream, of which it is known how many rows it has: for schedules that change the learning
   * rate within an epoch, and for progress in per cent. Training ends with an error if there turn
   * out to be more or fewer, so it also finds out a stream that was cut short.
   *
   * @param rows at least 1
   */
  default RowStream withSize(long rows) {
    return new SizedRows(this, rows);
  }

  /** A place in a stream. Used by one thread at a time. */
  interface Cursor extends AutoCloseable {

    /** The shape of one row, such as {@code {784}} or {@code {28, 28, 1}}; a copy. */
    int[] shape();

    /**
     * Reads the next rows.
     *
     * @param destination where their values go, densely
     * @param offset index in {@code destination} of the first
     * @param rows at most how many, at least 1
     * @return how many were read; 0 only at the end
     * @throws io.venturi.error.DataException if the next row cannot be read
     */
    int read(float[] destination, int offset, int rows);

    /** The names of the features, such as the columns of a file; empty if they have none. */
    default List<String> featureNames() {
      return List.of();
    }

    /**
     * Where a value came from, for messages, such as {@code line 17, column "t3"}.
     *
     * @param row index, from 0, of a row within those that were read last
     * @param feature index of the value within the row
     * @return empty if there is nothing to say beside the two numbers
     */
    default String place(int row, int feature) {
      return "";
    }

    /** Lets go of files and the like. */
    @Override
    void close();
  }
}
