package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A fixed number of rows of one shape, each readable at any time and by any number of threads. Has
 * at least one row of at least one value and never changes. Data without a known end, or too large
 * for memory, is a {@link RowStream}.
 *
 * <p>Row numbers start at 0; one outside {@code [0, size())} is an {@link
 * IndexOutOfBoundsException}.
 */
public interface Dataset {

  /**
   * Copies rows given as arrays.
   *
   * @param rows (rows, features), all of one length
   * @throws DataException if there are no rows, one is null, or one has another length than the
   *     first
   */
  static Dataset of(float[][] rows) {
    return of("the data", rows);
  }

  /**
   * Copies rows given as arrays, under a name.
   *
   * @param name what messages call the data
   * @param rows (rows, features), all of one length
   * @throws DataException if there are no rows, one is null, or one has another length than the
   *     first
   */
  static Dataset of(String name, float[][] rows) {
    return FloatDataset.copyOf(name, rows);
  }

  /**
   * Copies an array of any numeric type, order and stride; views are read as they appear.
   *
   * @param rows (rows, features), or (rows, height, width, channels): the first dimension counts
   *     rows, the others are the shape of one
   * @throws DataException if the array has no rows, fewer than two dimensions, or holds no numbers
   */
  static Dataset of(INDArray rows) {
    return FloatDataset.copyOf("the array", rows);
  }

  /**
   * Wraps rows that lie one after another in one array, which is <em>not</em> copied and must not
   * change as long as the dataset is used.
   *
   * @param values the rows, dense, first row first; within a row the last dimension varies fastest
   * @param shape the shape of one row: its width alone, or such as height, width, channels
   * @throws DataException if there are no rows, or the last one is not complete
   */
  static Dataset ofFlat(float[] values, int... shape) {
    return ofFlat("the data", values, shape);
  }

  /**
   * Wraps rows that lie one after another in one array, under a name. They are <em>not</em> copied
   * and must not change as long as the dataset is used.
   *
   * @param name what messages call the data
   * @param values the rows, dense, first row first; within a row the last dimension varies fastest
   * @param shape the shape of one row: its width alone, or such as height, width, channels
   * @throws DataException if there are no rows, or the last one is not complete
   */
  static Dataset ofFlat(String name, float[] values, int... shape) {
    return FloatDataset.wrap(name, values, shape);
  }

  /** What messages call the data, such as the name of its file. */
  String name();

  /** The number of rows, at least 1. */
  int size();

  /** The shape of one row, such as {@code {784}} or {@code {28, 28, 1}}; a copy. */
  int[] shape();

  /** The number of values in a row, the product of its {@link #shape()}, at least 1. */
  int width();

  /** The names of the features, such as the columns of a file; empty if they have none. */
  default List<String> featureNames() {
    return List.of();
  }

  /**
   * Where a value came from, for messages, such as {@code line 17, column "t3"}.
   *
   * @return empty if there is nothing to say beside the two numbers
   */
  default String place(int row, int feature) {
    return "";
  }

  /**
   * Copies one row.
   *
   * @param row its number
   * @param destination where its {@link #width()} values go
   * @param offset index in {@code destination} of the first
   */
  void read(int row, float[] destination, int offset);

  /**
   * Copies several rows, densely from index 0 on, in the order in which they are named. This is how
   * a batch is gathered; it allocates nothing.
   *
   * @param rows row numbers, of which {@code rows[from]} to {@code rows[from + count - 1]} are read
   * @param from index in {@code rows} of the first
   * @param count how many
   * @param destination at least {@code count} times {@link #width()} long
   */
  default void read(int[] rows, int from, int count, float[] destination) {
    int width = width();
    for (int i = 0; i < count; i++) {
      read(rows[from + i], destination, i * width);
    }
  }

  /**
   * Whether every value is known, from how the data is stored, to lie in {@code [min, max]}, so
   * that no check needs to look. Pixels stored as bytes are known to lie in [0, 1]; nothing is
   * known of floats.
   *
   * @return false if a value may lie outside, or may not be a finite number
   */
  default boolean knownWithin(double min, double max) {
    return false;
  }

  /**
   * How much a row counts in training: a factor on its loss, validation's included; finite, at
   * least 0, and above 0 for one row or more. A batch's loss is the sum of its rows' weighted
   * losses divided by the <em>number</em> of its rows, not by the sum of their weights: a weight of
   * 2 adds to that sum what having the row twice would add, but divides it by one row less, and
   * doubling all weights doubles the loss. All else sees each row once, one of weight 0 too:
   * penalties on codes, the statistics of batch normalisation, scalers and scores.
   *
   * @return 1 unless {@link #isWeighted()}
   */
  default float weight(int row) {
    Objects.checkIndex(row, size());
    return 1f;
  }

  /** Whether some row's {@link #weight} may be other than 1. */
  default boolean isWeighted() {
    return false;
  }

  /**
   * The same rows with these weights instead of their own; the rows are not copied. Parts of it
   * keep them: a slice, a selection, a split.
   *
   * @param weights one a row, as {@link #weight} says, copied
   * @throws DataException if there is not one weight a row, or one is not finite, or below 0
   */
  default Dataset weighted(float[] weights) {
    return WeightedDataset.of(this, weights);
  }

  /**
   * The rows from {@code from} to {@code to - 1}, not copied.
   *
   * @throws DataException if {@code from} equals {@code to}
   */
  default Dataset slice(int from, int to) {
    return RowView.slice(this, from, to);
  }

  /**
   * The rows with these numbers in this order, not copied; a number may occur more than once.
   *
   * @param rows row numbers, copied
   * @throws DataException if there are none
   */
  default Dataset select(int[] rows) {
    return RowView.select(this, rows);
  }

  /**
   * Cuts the data in two at random, the same way for the same size, fraction and seed.
   *
   * <p>The row numbers are shuffled by Fisher and Yates's method, from the last down, with {@link
   * java.util.SplittableRandom} of this seed. The first {@code round(size * fraction)} of them are
   * the first part; within a part rows keep the order of the data.
   *
   * @param fraction the first part's share of the rows, in (0, 1)
   * @param seed of the shuffle
   * @return two parts that have each row once between them
   * @throws DataException if the fraction is not in (0, 1), or a part would have no row
   */
  default Split split(double fraction, long seed) {
    int size = size();
    if (!(fraction > 0 && fraction < 1)) {
      throw new DataException(
          Message.BAD_SPLIT, name(), fraction, "the fraction must lie between 0 and 1");
    }
    int first = (int) Math.round(size * fraction);
    if (first == 0 || first == size) {
      throw new DataException(
          Message.BAD_SPLIT,
          name(),
          fraction,
          "one part of its " + size + (size == 1 ? " row" : " rows") + " would be empty");
    }
    int[] order = Shuffle.permutation(size, seed);
    Arrays.sort(order, 0, first);
    Arrays.sort(order, first, size);
    return new Split(
        select(Arrays.copyOf(order, first)), select(Arrays.copyOfRange(order, first, size)));
  }

  /** All rows, copied: (rows, features). */
  default float[][] toArray() {
    float[][] rows = new float[size()][width()];
    for (int i = 0; i < rows.length; i++) {
      read(i, rows[i], 0);
    }
    return rows;
  }

  /**
   * Two parts of one dataset.
   *
   * @param first the part whose share was asked for
   * @param second the rest
   */
  record Split(Dataset first, Dataset second) {}
}
