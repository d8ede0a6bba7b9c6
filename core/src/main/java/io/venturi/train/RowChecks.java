package io.venturi.train;

import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.data.ValueRange;

/**
 * What a model asks of rows.
 *
 * @param model what messages call it
 * @param width the values of a row
 * @param range where they have to lie
 */
record RowChecks(String model, int width, ValueRange range) {

  /** Refuses data that does not fit. */
  void require(Dataset data, String name) {
    requireWidth(name, data.width());
    DataChecks.requireWithin(data, name, range.min(), range.max(), range.loss());
    DataChecks.requireWeights(data, name);
  }

  /** Refuses data that no scaler could make fit. */
  void requireRaw(Dataset data, String name) {
    requireWidth(name, data.width());
    DataChecks.requireFinite(data, name);
  }

  void requireWidth(String name, int actual) {
    DataChecks.requireWidth(name, actual, width, model);
  }
}
