package io.venturi.anomaly;

import io.venturi.error.DataException;
import java.util.function.ToDoubleFunction;

/** A threshold by the scores of calibration rows, which must be there. */
record CalibratedThreshold(String description, ToDoubleFunction<Calibration> rule)
    implements Threshold {

  @Override
  public double of(Calibration calibration) {
    if (calibration.size() == 0) {
      throw new DataException(AnomalyMessage.NO_CALIBRATION, description);
    }
    return rule.applyAsDouble(calibration);
  }
}
