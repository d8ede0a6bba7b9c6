package io.venturi.noise;

import io.venturi.error.Message;
import io.venturi.error.SpecException;

/** Sets values outside an interval to its nearer end. */
record Clip(float min, float max) {

  /**
   * The interval that an annotation asks for.
   *
   * @param noise simple name of the annotation
   * @throws SpecException if its ends are not in order
   */
  static Clip of(String noise, double min, double max) {
    if (!(min < max)) {
      throw new SpecException(
          Message.HYPERPARAMETER, "min of @" + noise, min, "below its max, " + max);
    }
    return new Clip((float) min, (float) max);
  }

  void apply(float[] values, int n) {
    if (min == Float.NEGATIVE_INFINITY && max == Float.POSITIVE_INFINITY) {
      return;
    }
    float low = min;
    float high = max;
    for (int i = 0; i < n; i++) {
      values[i] = Math.max(low, Math.min(high, values[i]));
    }
  }
}
