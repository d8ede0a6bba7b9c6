package io.venturi.generation;

import io.venturi.data.Dataset;
import io.venturi.data.Scalers;
import io.venturi.data.Scaling;

/**
 * Features in units of their standard deviation over training rows: in the units of a table the
 * feature with the largest numbers would say alone which rows are near.
 */
final class FeatureUnits {

  /**
   * A divisor that leaves nothing of a feature that is the same in all training rows: whatever a
   * model is off there, there is no unit that would tell whether it is much. Not infinity, so that
   * only what is equal has a distance of 0.
   */
  private static final float NOTHING = Float.MAX_VALUE;

  private FeatureUnits() {}

  static Scaling of(Dataset train) {
    Scaling standard = Scalers.standard().fit(train);
    float[] scale = standard.scale();
    boolean[] varies = varying(train);
    for (int i = 0; i < scale.length; i++) {
      if (!varies[i]) {
        scale[i] = NOTHING;
      }
    }
    return Scaling.of("standard deviations", standard.center(), scale);
  }

  private static boolean[] varying(Dataset rows) {
    boolean[] varies = new boolean[rows.width()];
    float[] first = new float[varies.length];
    float[] row = new float[varies.length];
    rows.read(0, first, 0);
    for (int r = 1; r < rows.size(); r++) {
      rows.read(r, row, 0);
      for (int i = 0; i < row.length; i++) {
        varies[i] |= row[i] != first[i];
      }
    }
    return varies;
  }
}
