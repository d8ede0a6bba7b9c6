package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.util.Arrays;

/**
 * Maps each feature's smallest and largest training value to {@code low} and {@code high}. Training
 * rows come to lie within, rounding included, if the interval contains 0.
 *
 * @param low where the smallest value goes
 * @param high where the largest value goes
 * @param clipped whether values beyond those of the training rows are set to low or high
 */
public record MinMaxScaler(double low, double high, boolean clipped) implements Scaler {

  private static final int MOST_ADJUSTMENTS = 8;

  /** Checks the interval. */
  public MinMaxScaler {
    if (!(Double.isFinite((float) low) && Double.isFinite((float) high))
        || !((float) low < (float) high)) {
      throw new DataException(
          Message.HYPERPARAMETER,
          "minMax",
          "(" + low + ", " + high + ")",
          "two finite floats, the lower one first");
    }
  }

  /**
   * The same, with values beyond those of the training rows set to low or high. What is clipped
   * cannot be undone: such a value's reconstruction lies within the training rows' range.
   */
  public MinMaxScaler clip() {
    return new MinMaxScaler(low, high, true);
  }

  @Override
  public Scaling fit(Dataset rows) {
    return Chunks.feed(rows, start(rows.name(), rows.width()));
  }

  @Override
  public RunningFit start(String name, int width) {
    return new Extremes(name, width);
  }

  @Override
  public String toString() {
    return "minMax(" + low + ", " + high + (clipped ? ", clipped)" : ")");
  }

  private final class Extremes implements RunningFit {

    private final String name;
    private final float[] least;
    private final float[] most;

    Extremes(String name, int width) {
      this.name = name;
      this.least = new float[width];
      this.most = new float[width];
      Arrays.fill(least, Float.POSITIVE_INFINITY);
      Arrays.fill(most, Float.NEGATIVE_INFINITY);
    }

    @Override
    public void add(float[] rows, int count) {
      int width = least.length;
      for (int r = 0; r < count; r++) {
        for (int i = 0; i < width; i++) {
          float x = rows[r * width + i];
          if (!Float.isNaN(x)) { // Missing.
            least[i] = Math.min(least[i], x);
            most[i] = Math.max(most[i], x);
          }
        }
      }
    }

    @Override
    public Scaling finish() {
      float[] center = new float[least.length];
      float[] scale = new float[least.length];
      for (int i = 0; i < center.length; i++) {
        double range = Scaling.divisor((double) most[i] - least[i]);
        scale[i] = (float) (range / (high - low));
        center[i] = (float) (least[i] - low * range / (high - low));
        keepWithin(center, scale, i);
      }
      Scaling scaling = Scaling.fitted(MinMaxScaler.this.toString(), name, center, scale);
      return clipped ? scaling.clip((float) low, (float) high) : scaling;
    }

    /** Rounding may carry an end over its bound; a larger divisor brings it back towards 0. */
    private void keepWithin(float[] center, float[] scale, int i) {
      for (int step = 0; step < MOST_ADJUSTMENTS && isOutside(center[i], scale[i], i); step++) {
        scale[i] = Math.nextUp(scale[i]);
      }
    }

    private boolean isOutside(float center, float scale, int i) {
      return (least[i] - center) / scale < (float) low || (most[i] - center) / scale > (float) high;
    }
  }
}
