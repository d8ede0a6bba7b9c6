package io.venturi.train;

import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.data.Scaling;
import io.venturi.data.ValueRange;
import org.jspecify.annotations.Nullable;

/**
 * What a model asks of rows.
 *
 * @param model what messages call it
 * @param width the values of a row
 * @param range where they have to lie, scaled if there is a scaling
 * @param scaling what rows of a stream are scaled by as they are read; data in memory is a view
 */
record RowRequirements(String model, int width, ValueRange range, @Nullable Scaling scaling) {

  /** The same of a stream's rows, scaled. */
  RowRequirements scaledBy(@Nullable Scaling other) {
    return new RowRequirements(model, width, range, other);
  }

  /** What has to hold of a stream's rows so that a scaler can learn from them. */
  RowRequirements raw() {
    return new RowRequirements(model, width, rawRange(), null);
  }

  private ValueRange rawRange() {
    return ValueRange.FINITE.withGaps(range.withGaps());
  }

  /** Refuses data that does not fit. */
  void require(Dataset data, String name) {
    requireWidth(name, data.width());
    DataChecks.require(data, name, range);
    requireWeights(data, name);
  }

  /** Refuses data that no scaler could make fit. */
  void requireRaw(Dataset data, String name) {
    requireWidth(name, data.width());
    DataChecks.require(data, name, rawRange());
  }

  void requireWeights(Dataset data, String name) {
    DataChecks.requireWeights(data, name);
  }

  void requireWidth(String name, int actual) {
    DataChecks.requireWidth(name, actual, width, model);
  }
}
