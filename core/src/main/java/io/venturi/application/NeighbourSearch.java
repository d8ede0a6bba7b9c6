package io.venturi.application;

import io.venturi.data.Dataset;
import io.venturi.kernel.Matrices;
import io.venturi.kernel.Tensor;

/** The search for one block of queries, block by block of the rows. Used by one thread. */
final class NeighbourSearch implements AutoCloseable {

  private static final int MOST_ROWS = 512;

  /** Values that a block of rows may have, at most, if it has more than one row. */
  private static final int MOST_VALUES = 1 << 20;

  private final Dataset rows;
  private final Block queryBlock;
  private final Block rowBlock;
  private final Tensor products;
  private final float[] product;
  private final int width;
  private final double rounding;
  private final double scale;

  /** How many queries one of these takes; from the width alone. */
  static int rowsAtOnce(int width) {
    return Math.max(1, Math.min(MOST_ROWS, MOST_VALUES / width));
  }

  NeighbourSearch(Dataset rows, Dataset queries, Centring centring) {
    this.rows = rows;
    this.width = rows.width();
    int step = rowsAtOnce(width);
    this.queryBlock = new Block(queries, centring, Math.min(step, queries.size()));
    this.rowBlock = new Block(rows, centring, Math.min(step, rows.size()));
    this.products = Tensor.allocate(queryBlock.capacity(), rowBlock.capacity());
    this.product = new float[rowBlock.capacity()];
    this.scale = centring.scale();
    // A sum of n rounded products is off by at most n units in the last place of the sum of their
    // sizes, and both factors are rounded; twice that, to be on the safe side of what is left out.
    this.rounding = 2 * (width + 8.0) * 0x1p-24;
  }

  /**
   * Searches among all rows.
   *
   * @param from number of the first query
   * @param lists one for each query
   * @param amongOthers whether queries are the rows themselves, and none is its own neighbour
   */
  void run(int from, NearestList[] lists, boolean amongOthers) {
    queryBlock.read(from, lists.length);
    for (int first = 0; first < rows.size(); first += rowBlock.capacity()) {
      int count = Math.min(rowBlock.capacity(), rows.size() - first);
      rowBlock.read(first, count);
      Matrices.multiplyTransposedB(
          lists.length, queryBlock.centred(), rowBlock.centred(), products, 0);
      for (int query = 0; query < lists.length; query++) {
        products.read(query * product.length, product, count);
        offer(query, lists[query], first, count, amongOthers ? from + query - first : -1);
      }
    }
    for (NearestList list : lists) {
      list.sort();
    }
  }

  private void offer(int query, NearestList list, int first, int count, int itself) {
    double length = queryBlock.length(query);
    double farthest = list.farthest() / scale / scale;
    for (int row = 0; row < count; row++) {
      double lengths = length + rowBlock.length(row);
      double least = lengths - 2.0 * product[row] - rounding * lengths - Float.MIN_NORMAL * width;
      if (least <= farthest && row != itself) {
        list.offer(first + row, distance(query, row));
        farthest = list.farthest() / scale / scale;
      }
    }
  }

  /** In four sums, so that additions need not wait for one another. */
  private double distance(int query, int row) {
    float[] a = queryBlock.values();
    float[] b = rowBlock.values();
    int atA = query * width;
    int atB = row * width;
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = 0;
    for (; i + 3 < width; i += 4) {
      double difference0 = (double) a[atA + i] - b[atB + i];
      double difference1 = (double) a[atA + i + 1] - b[atB + i + 1];
      double difference2 = (double) a[atA + i + 2] - b[atB + i + 2];
      double difference3 = (double) a[atA + i + 3] - b[atB + i + 3];
      sum0 += difference0 * difference0;
      sum1 += difference1 * difference1;
      sum2 += difference2 * difference2;
      sum3 += difference3 * difference3;
    }
    for (; i < width; i++) {
      double difference = (double) a[atA + i] - b[atB + i];
      sum0 += difference * difference;
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  @Override
  public void close() {
    queryBlock.release();
    rowBlock.release();
    products.release();
  }

  /** Some rows, as they are and centred. */
  private static final class Block {

    private final Dataset data;
    private final Centring centring;
    private final int[] numbers;
    private final float[] values;
    private final float[] row;
    private final double[] lengths;
    private final Tensor centred;

    Block(Dataset data, Centring centring, int capacity) {
      this.data = data;
      this.centring = centring;
      this.numbers = new int[capacity];
      this.values = new float[capacity * data.width()];
      this.row = new float[data.width()];
      this.lengths = new double[capacity];
      this.centred = Tensor.allocate(capacity, data.width());
    }

    void read(int from, int count) {
      for (int i = 0; i < count; i++) {
        numbers[i] = from + i;
      }
      data.read(numbers, 0, count, values);
      double[] center = centring.center();
      double factor = 1 / centring.scale();
      for (int i = 0; i < count; i++) {
        double length = 0;
        for (int j = 0; j < row.length; j++) {
          row[j] = (float) ((values[i * row.length + j] - center[j]) * factor);
          length += (double) row[j] * row[j];
        }
        lengths[i] = length;
        centred.write(i * row.length, row, row.length);
      }
    }

    int capacity() {
      return numbers.length;
    }

    /** The values as they are. */
    float[] values() {
      return values;
    }

    /** The squared length of a row, centred and scaled. */
    double length(int i) {
      return lengths[i];
    }

    Tensor centred() {
      return centred;
    }

    void release() {
      centred.release();
    }
  }
}
