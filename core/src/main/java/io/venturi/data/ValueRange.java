package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.Message;

/**
 * The values that a loss takes: an interval of finite numbers.
 *
 * @param min the lowest value allowed, or negative infinity
 * @param max the highest value allowed, or infinity
 * @param loss simple name of the annotation that asks for the interval, without its at sign
 * @param withGaps whether NaN, a missing value, is taken too; not for a whole row
 */
public record ValueRange(double min, double max, String loss, boolean withGaps) {

  /** Every finite number. */
  public static final ValueRange FINITE =
      new ValueRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "");

  /** Checks the interval. */
  public ValueRange {
    if (!(min <= max)) {
      throw new IllegalArgumentException("[" + min + ", " + max + "] is no interval.");
    }
  }

  /** An interval from which no value may be missing. */
  public ValueRange(double min, double max, String loss) {
    this(min, max, loss, false);
  }

  /** The same interval, from which values may be missing or not. */
  public ValueRange withGaps(boolean allowed) {
    return new ValueRange(min, max, loss, allowed);
  }

  /**
   * Number of the first of these rows of which every value is missing, counted from 0; -1 if there
   * is none.
   *
   * @param start index of the first row's first value
   */
  public int firstEmpty(float[] values, int start, int rows, int width) {
    for (int row = 0; row < rows && withGaps; row++) {
      int i = 0;
      while (i < width && Float.isNaN(values[start + row * width + i])) {
        i++;
      }
      if (i == width) {
        return row;
      }
    }
    return -1;
  }

  /** What to say of a row of which every value is missing. */
  public static DataException empty(String name, long row) {
    return new DataException(Message.EMPTY_ROW, row, name);
  }

  /**
   * Index of the first of {@code values[from]} to {@code values[to - 1]} that lies outside, or is
   * no finite number and not allowed to be missing; -1 if there is none.
   */
  public int firstOutside(float[] values, int from, int to) {
    float low = low();
    float high = high();
    for (int i = from; i < to; i++) {
      if (!(values[i] >= low && values[i] <= high) && !(withGaps && Float.isNaN(values[i]))) {
        return i;
      }
    }
    return -1;
  }

  /** Whether this is a number within, or missing where that is allowed. */
  public boolean contains(float value) {
    return (value >= low() && value <= high()) || (withGaps && Float.isNaN(value));
  }

  // Rounded to float: 0.1f is meant to lie in [0, 0.1], though it is above the double 0.1.

  private float low() {
    return Math.max((float) min, -Float.MAX_VALUE);
  }

  private float high() {
    return Math.min((float) max, Float.MAX_VALUE);
  }

  /**
   * What to say of a value outside.
   *
   * @param name what messages call the data
   */
  public DataException outside(String name, long row, int feature, float value) {
    return Float.isFinite(value)
        ? new DataException(Message.OUT_OF_RANGE, row, name, feature, value, min, max, loss)
        : new DataException(Message.NOT_FINITE, row, name, feature, value);
  }

  /**
   * What to say of a value that lies outside once it is scaled.
   *
   * @param name what messages call the data
   * @param raw the value before
   */
  public DataException outside(String name, long row, int feature, float raw, Scaling scaling) {
    float value = scaling.apply(feature, raw);
    if (!Float.isFinite(raw)) {
      return new DataException(Message.NOT_FINITE, row, name, feature, raw);
    }
    return Float.isFinite(value)
        ? new DataException(
            Message.SCALED_OUT_OF_RANGE, row, name, feature, raw, scaling, value, min, max, loss)
        : new DataException(Message.SCALED_NOT_FINITE, row, name, feature, raw, scaling, value);
  }
}
