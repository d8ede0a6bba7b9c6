package io.venturi.train;

import io.venturi.spi.Parameters;

/** Follows the validation loss, and keeps the parameters of the best epoch. */
final class BestEpoch {

  private final EarlyStopping settings;
  private final Parameters.Snapshot parameters;
  private double loss = Double.POSITIVE_INFINITY;
  private int epoch;
  private int waited;

  BestEpoch(EarlyStopping settings, Parameters parameters) {
    this.settings = settings;
    this.parameters = parameters.snapshot();
  }

  /**
   * Looks at an epoch.
   *
   * @return whether training should end
   */
  boolean isEnough(EpochMetrics metrics) {
    double now = metrics.validationLoss().orElseThrow(); // Finite, so the first epoch is better.
    if (now < loss - settings.minDelta()) {
      loss = now;
      epoch = metrics.epoch();
      waited = 0;
      parameters.update();
      return false;
    }
    waited++;
    return waited >= settings.patience();
  }

  /** Puts the best epoch's parameters back and says which epoch that was. */
  int restore() {
    parameters.restore();
    return epoch;
  }
}
