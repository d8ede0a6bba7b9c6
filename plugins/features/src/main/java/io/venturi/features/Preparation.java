package io.venturi.features;

import io.venturi.data.Dataset;
import io.venturi.data.Scalers;
import io.venturi.data.Scaling;
import java.util.Locale;

/** What is done to features before a learner sees them; chosen with the learner's settings. */
enum Preparation {
  AS_THEY_ARE,

  /** Each feature with mean 0 and deviation 1 over the training rows, labelled or not. */
  STANDARDISED,

  /** Each row divided by its length, so that distances are of angles. */
  UNIT_LENGTH;

  /** A map of rows to new rows. */
  interface Fitted {

    float[] apply(float[] row);

    /** The rows with these numbers. */
    default float[][] apply(float[][] rows, int[] numbers) {
      float[][] prepared = new float[numbers.length][];
      for (int i = 0; i < numbers.length; i++) {
        prepared[i] = apply(rows[numbers[i]]);
      }
      return prepared;
    }
  }

  /**
   * @param rows of training, finite
   */
  Fitted fit(Dataset rows) {
    return switch (this) {
      case AS_THEY_ARE -> row -> row;
      case STANDARDISED -> standard(Scalers.standard().fit(rows));
      case UNIT_LENGTH -> Preparation::unitLength;
    };
  }

  private static Fitted standard(Scaling scaling) {
    return row -> {
      float[] scaled = row.clone();
      scaling.apply(scaled, 1);
      return scaled;
    };
  }

  /** A row of zeros stays one. */
  private static float[] unitLength(float[] row) {
    double squares = 0;
    for (float value : row) {
      squares += (double) value * value;
    }
    double length = squares > 0 ? Math.sqrt(squares) : 1;
    float[] scaled = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      scaled[i] = (float) (row[i] / length);
    }
    return scaled;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
