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
    if (data.width() != width) {
      throw new DataException(Message.WIDTH_MISMATCH, name, data.width(), model, width);
    }
  }

  /**
   * Refuses values that are not finite numbers.
   *
   * @throws DataException that names the first such row, feature and value
   */
  public static void requireFinite(Dataset data) {
    require(data, data.name(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "");
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
    if (!(min <= max)) {
      throw new IllegalArgumentException("[" + min + ", " + max + "] is no interval.");
    }
    require(data, name, min, max, loss);
  }

  private static void require(Dataset data, String name, double min, double max, String loss) {
    if (data.knownWithin(min, max)) {
      return;
    }
    // Rounded to float first: 0.1f is meant to lie in [0, 0.1], though it is above the double 0.1.
    float low = Math.max((float) min, -Float.MAX_VALUE);
    float high = Math.min((float) max, Float.MAX_VALUE);
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
      int fault = firstOutside(block, count * width, low, high);
      if (fault >= 0) {
        throw describe(name, start + fault / width, fault % width, block[fault], min, max, loss);
      }
    }
  }

  /** Index of the first value that is not in [low, high], NaN included; -1 if all are. */
  private static int firstOutside(float[] values, int count, float low, float high) {
    for (int i = 0; i < count; i++) {
      if (!(values[i] >= low && values[i] <= high)) {
        return i;
      }
    }
    return -1;
  }

  private static DataException describe(
      String name, int row, int feature, float value, double min, double max, String loss) {
    return Float.isFinite(value)
        ? new DataException(Message.OUT_OF_RANGE, row, name, feature, value, min, max, loss)
        : new DataException(Message.NOT_FINITE, row, name, feature, value);
  }
}
