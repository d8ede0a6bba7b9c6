package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import io.venturi.kernel.Tiles;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * An affine map of each feature, {@code (x − center) / scale}, then clipped to an interval if one
 * is set: what a {@link Scaler} learned from training rows, kept in the model. Computes in floats.
 * Immutable and thread-safe.
 */
public final class Scaling {

  private static final Pattern NAME = Pattern.compile("[ -~]{1,200}");

  private final String name;
  private final int width;
  private final float low;
  private final float high;

  // Repeated over the rows of a tile: loops with one index on every array vectorise.
  private final float[] centers;
  private final float[] scales;

  private Scaling(String name, float[] center, float[] scale, float low, float high) {
    this.name = name;
    this.width = center.length;
    this.low = low;
    this.high = high;
    this.centers = repeated(center);
    this.scales = repeated(scale);
  }

  /**
   * A map of these figures.
   *
   * @param name what made it, for descriptions; up to 200 printable ASCII characters
   * @param center one finite value a feature, copied
   * @param scale one finite divisor above 0 a feature, copied
   * @throws IllegalArgumentException that says what does not hold
   */
  public static Scaling of(String name, float[] center, float[] scale) {
    require(NAME.matcher(name).matches(), "its name has other than 1 to 200 ASCII characters");
    require(center.length > 0, "it is for rows of no values");
    require(
        center.length == scale.length,
        "it has " + center.length + " centres and " + scale.length + " scales");
    for (int i = 0; i < center.length; i++) {
      require(Float.isFinite(center[i]), "its centre " + i + " is " + center[i]);
      require(Float.isFinite(scale[i]) && scale[i] > 0, "its scale " + i + " is " + scale[i]);
    }
    return new Scaling(name, center, scale, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
  }

  /**
   * The same with results set to the nearer end of an interval where they lie outside.
   *
   * @throws IllegalArgumentException if low is not below high, or one is not finite
   */
  public Scaling clip(float newLow, float newHigh) {
    require(
        Float.isFinite(newLow) && Float.isFinite(newHigh) && newLow < newHigh,
        "its interval is [" + newLow + ", " + newHigh + "]");
    return new Scaling(name, center(), scale(), newLow, newHigh);
  }

  private static void require(boolean holds, String fault) {
    if (!holds) {
      throw new IllegalArgumentException("This is no scaling: " + fault + ".");
    }
  }

  /** As {@link #of}, for what a fit has come to. */
  static Scaling fitted(String scaler, String data, float[] center, float[] scale) {
    for (int i = 0; i < center.length; i++) {
      if (!Float.isFinite(center[i]) || !Float.isFinite(scale[i])) {
        throw new DataException(
            Message.SCALER_FAILED,
            scaler,
            data,
            "the values of feature " + i + " reach further than floats do: divide them first");
      }
    }
    return of(scaler, center, scale);
  }

  /** Refuses a feature of which every value is missing. */
  static void requireObserved(boolean holds, String scaler, String data, int feature) {
    if (!holds) {
      throw new DataException(
          Message.SCALER_FAILED,
          scaler,
          data,
          "every value of feature " + feature + " is missing: leave the feature out");
    }
  }

  /** What to divide by: 1 for a constant feature, also where only denormals tell it from one. */
  static double divisor(double spread) {
    return spread >= Float.MIN_NORMAL ? spread : 1;
  }

  private float[] repeated(float[] row) {
    float[] tile = new float[Tiles.rows(width) * width];
    for (int at = 0; at < tile.length; at += width) {
      System.arraycopy(row, 0, tile, at, width);
    }
    return tile;
  }

  /** What made it, such as {@code standard} or {@code minMax(0.0, 1.0)}. */
  public String name() {
    return name;
  }

  /** The values of a row. */
  public int width() {
    return width;
  }

  /** What is subtracted from each feature; a copy. */
  public float[] center() {
    return Arrays.copyOf(centers, width);
  }

  /** What each feature is then divided by, above 0; a copy. */
  public float[] scale() {
    return Arrays.copyOf(scales, width);
  }

  /** The lowest result, or negative infinity if results are not clipped. */
  public float low() {
    return low;
  }

  /** The highest result, or infinity if results are not clipped. */
  public float high() {
    return high;
  }

  /** Whether results are clipped. */
  public boolean clips() {
    return low != Float.NEGATIVE_INFINITY;
  }

  /** One value of one feature, scaled. */
  public float apply(int feature, float value) {
    float scaled = (value - centers[feature]) / scales[feature];
    return Math.min(high, Math.max(low, scaled));
  }

  /**
   * Scales rows in place. Allocates nothing.
   *
   * @param values row after row
   * @param rows how many
   */
  public void apply(float[] values, int rows) {
    int size = rows * width;
    int first = Math.min(size, centers.length);
    for (int i = 0; i < first; i++) {
      values[i] = (values[i] - centers[i]) / scales[i];
    }
    for (int at = first; at < size; at += width) {
      for (int i = 0; i < width; i++) {
        values[at + i] = (values[at + i] - centers[i]) / scales[i];
      }
    }
    if (clips()) {
      for (int i = 0; i < size; i++) {
        values[i] = Math.min(high, Math.max(low, values[i]));
      }
    }
  }

  /**
   * Brings scaled rows back to their units, in place. What was clipped stays so. Allocates nothing.
   *
   * @param values row after row
   * @param rows how many
   */
  public void invert(float[] values, int rows) {
    int size = rows * width;
    int first = Math.min(size, centers.length);
    for (int i = 0; i < first; i++) {
      values[i] = values[i] * scales[i] + centers[i];
    }
    for (int at = first; at < size; at += width) {
      for (int i = 0; i < width; i++) {
        values[at + i] = values[at + i] * scales[i] + centers[i];
      }
    }
  }

  /**
   * A dataset whose rows are scaled as they are read; nothing is copied. Row weights stay.
   *
   * @throws DataException if the data has another width
   */
  public Dataset apply(Dataset data) {
    DataChecks.requireWidth(data, width, "the scaler " + name);
    return new ScaledDataset(data, this);
  }

  /** What made it. */
  @Override
  public String toString() {
    return name;
  }
}
