package io.venturi.reduction;

import io.venturi.data.Dataset;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Walks over a dataset from its first row to its last in blocks of centred rows, which lie in one
 * native array of doubles, so that memory does not grow with the data.
 */
final class CentredBlocks implements AutoCloseable {

  /** A block, and what is computed from it, hold about this many values: 4 MB of doubles. */
  private static final int BLOCK = 1 << 19;

  private final Dataset data;
  private final double[] mean;
  private final int[] numbers;
  private final float[] rows;
  private final double[] centred;
  private final INDArray columns;
  private int first;
  private int count;

  /**
   * @param mean what is subtracted from every row
   * @param widest the longest row that is computed from one of these, which bounds the memory
   */
  CentredBlocks(Dataset data, double[] mean, int widest) {
    this.data = data;
    this.mean = mean;
    int width = data.width();
    int capacity = Math.min(data.size(), Math.max(1, BLOCK / Math.max(width, widest)));
    this.numbers = new int[capacity];
    this.rows = new float[capacity * width];
    this.centred = new double[rows.length];
    // In f order a column is one row of the data: what BLAS takes without a copy.
    this.columns = Nd4j.create(DataType.DOUBLE, new long[] {width, capacity}, 'f');
  }

  /** Reads the next block. False if the last one was the end. */
  boolean next() {
    first += count;
    count = Math.min(numbers.length, data.size() - first);
    if (count == 0) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      numbers[i] = first + i;
    }
    data.read(numbers, 0, count, rows);
    int width = mean.length;
    for (int i = 0, value = 0; i < count; i++) {
      for (int j = 0; j < width; j++, value++) {
        centred[value] = rows[value] - mean[j];
      }
    }
    // Columns that the last block leaves over are zero and add nothing to any product.
    Arrays.fill(centred, count * width, centred.length, 0);
    columns.data().asNioDouble().put(centred);
    return true;
  }

  /** Number of the block's first row in the data. */
  int first() {
    return first;
  }

  /** The number of rows in the block. */
  int count() {
    return count;
  }

  /** The number of rows in the largest block. */
  int capacity() {
    return numbers.length;
  }

  /** The block as (features, {@link #capacity()}) in f order; overwritten by the next one. */
  INDArray columns() {
    return columns;
  }

  @Override
  public void close() {
    columns.close();
  }
}
