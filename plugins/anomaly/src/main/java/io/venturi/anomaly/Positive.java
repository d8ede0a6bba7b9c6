package io.venturi.anomaly;

import io.venturi.model.Attachment;

/** Reads arrays that must be above 0. */
final class Positive {

  private Positive() {}

  static double[] of(Attachment attachment, String array, int length) {
    double[] values = attachment.doubles(array, length);
    for (double value : values) {
      if (!(value > 0)) {
        throw new IllegalArgumentException("its " + array + " has " + value);
      }
    }
    return values;
  }
}
