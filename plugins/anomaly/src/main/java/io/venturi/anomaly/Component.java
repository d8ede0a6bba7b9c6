package io.venturi.anomaly;

import io.venturi.error.DataException;

/** A measure with what it has learned. What one that was added gives is checked. */
record Component(Measure measure, FittedMeasure fitted) {

  /**
   * What each feature of each row adds, (rows, features).
   *
   * @param first the number of the first row, for messages
   * @param name what messages call the rows
   */
  float[] contributions(RowBlock block, long first, String name) {
    float[] parts = fitted.contributions(block);
    if (!Measures.isBuiltIn(measure)) {
      requireSound(parts, block, first, name);
    }
    return parts;
  }

  private void requireSound(float[] parts, RowBlock block, long first, String name) {
    int width = block.residuals().length / block.count();
    if (parts.length != block.residuals().length) {
      throw new DataException(
          AnomalyMessage.MEASURE_LENGTH,
          measure.name(),
          parts.length,
          block.count(),
          width,
          block.residuals().length);
    }
    for (int i = 0; i < parts.length; i++) {
      if (!(parts[i] >= 0) && !Float.isNaN(block.rows()[i])) {
        throw new DataException(
            AnomalyMessage.MEASURE_CONTRIBUTION,
            measure.name(),
            i % width,
            first + i / width,
            name,
            parts[i]);
      }
    }
  }
}
