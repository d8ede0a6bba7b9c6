package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.Message;

/** What is checked of data before a model sees it. Each check reads every row at most once. */
public final class DataChecks {

  /** Rows are looked at in blocks of about this many values, which stay in the CPU's cache. */
  private static final int BLOCK = 1 << 14;

  private DataChecks() {}

  /**
   * Refuses rows of another width than a model takes.
   *
   * @param width what it takes
   * @param model what messages call it
   * @throws DataException if the data has another width
   */
  public static void requireWidth(Dataset data, int width, String model) {
    requireWidth(data, data.name(), width, model);
  }

  /**
   * Refuses rows of another width than a model takes.
   *
   * @param name what messages call the data
   * @param width what it takes
   * @param model what messages call it
   * @throws DataException if the data has another width
   */
  public static void requireWidth(Dataset data, String name, int width, String model) {
    requireWidth(name, data.width(), width, model);
  }

  /**
   * Refuses rows of another width than a model takes.
   *
   * @param name what messages call the data
   * @param actual the width of its rows
   * @param width what the model takes
   * @param model what messages call it
   * @throws DataException if they differ
   */
  public static void requireWidth(String name, int actual, int width, String model) {
    if (actual != width) {
      throw new DataException(Message.WIDTH_MISMATCH, name, actual, model, width);
    }
  }

  /**
   * Refuses values that are not finite numbers.
   *
   * @throws DataException that names the first such row, feature and value
   */
  public static void requireFinite(Dataset data) {
    require(data, data.name(), ValueRange.FINITE);
  }

  /**
   * Refuses values outside an interval, and those that are not finite numbers.
   *
   * @param min the lowest value allowed, or negative infinity
   * @param max the highest value allowed, or infinity
   * @param loss simple name of the annotation that asks for the interval, without its at sign
   * @throws DataException that names the first such row, feature and value
   */
  public static void requireWithin(Dataset data, double min, double max, String loss) {
    requireWithin(data, data.name(), min, max, loss);
  }

  /**
   * Refuses values outside an interval, and those that are not finite numbers.
   *
   * @param name what messages call the data
   * @param min the lowest value allowed, or negative infinity
   * @param max the highest value allowed, or infinity
   * @param loss simple name of the annotation that asks for the interval, without its at sign
   * @throws DataException that names the first such row, feature and value
   */
  public static void requireWithin(Dataset data, String name, double min, double max, String loss) {
    require(data, name, new ValueRange(min, max, loss));
  }

  private static void require(Dataset data, String name, ValueRange range) {
    if (data.knownWithin(range.min(), range.max())) {
      return;
    }
    int width = data.width();
    int size = data.size();
    int step = Math.max(1, BLOCK / width);
    int[] rows = new int[Math.min(step, size)];
    float[] block = new float[rows.length * width];
    for (int start = 0; start < size; start += step) {
      int count = Math.min(step, size - start);
      for (int i = 0; i < count; i++) {
        rows[i] = start + i;
      }
      data.read(rows, 0, count, block);
      int fault = range.firstOutside(block, 0, count * width);
      if (fault >= 0) {
        throw range.outside(name, start + fault / width, fault % width, block[fault]);
      }
    }
  }
}
