package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.Message;

/** What is checked of data before a model sees it. Each check reads every row at most once. */
public final class DataChecks {

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
    requireFinite(data, data.name());
  }

  /**
   * Refuses values that are not finite numbers.
   *
   * @param name what messages call the data
   * @throws DataException that names the first such row, feature and value
   */
  public static void requireFinite(Dataset data, String name) {
    require(data, name, ValueRange.FINITE);
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

  /**
   * Refuses values outside an interval, those that are not finite numbers and, where values may be
   * missing, rows of which all are.
   *
   * @param name what messages call the data
   * @throws DataException that names the first such row
   */
  public static void require(Dataset data, String name, ValueRange range) {
    if (data.knownWithin(range.min(), range.max())) {
      return;
    }
    int width = data.width();
    Chunks.forEach(
        data,
        (block, from, count) -> {
          int fault = range.firstOutside(block, 0, count * width);
          if (fault >= 0) {
            int row = from + fault / width;
            int feature = fault % width;
            String where = located(name, data.place(row, feature));
            throw data instanceof ScaledDataset scaled
                ? scaled.outside(where, row, feature, range)
                : range.outside(where, row, feature, block[fault]);
          }
          int empty = range.firstEmpty(block, 0, count, width);
          if (empty >= 0) {
            int row = from + empty;
            throw ValueRange.empty(located(name, data.place(row, 0)), row);
          }
        });
  }

  /** What messages call data, with a place in it. */
  static String located(String name, String place) {
    return place.isEmpty() ? name : name + " (" + place + ")";
  }

  /**
   * Refuses row weights that are not finite, below 0, or all 0. A dataset without weights passes.
   *
   * @param name what messages call the data
   * @throws DataException that names the first such row
   */
  public static void requireWeights(Dataset data, String name) {
    if (!data.isWeighted()) {
      return;
    }
    boolean positive = false;
    for (int row = 0; row < data.size(); row++) {
      float weight = data.weight(row);
      if (!(weight >= 0 && weight <= Float.MAX_VALUE)) {
        throw new DataException(Message.BAD_WEIGHT, row, name, weight);
      }
      positive |= weight > 0;
    }
    if (!positive) {
      throw new DataException(Message.NO_WEIGHT, name);
    }
  }
}
