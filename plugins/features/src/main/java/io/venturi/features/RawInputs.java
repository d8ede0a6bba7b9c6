package io.venturi.features;

import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.model.Codec;

/**
 * Rows as they are, under the name of codes: what codes have to beat.
 *
 * @param inputs values in one row, at least 1
 */
public record RawInputs(int inputs) implements Codec {

  /** Rows of this width. */
  public static RawInputs of(int inputs) {
    return new RawInputs(inputs);
  }

  @Override
  public int codeSize() {
    return inputs;
  }

  @Override
  public float[][] encode(float[][] rows) {
    Dataset data = Dataset.of(rows);
    DataChecks.requireWidth(data, inputs, "raw inputs");
    DataChecks.requireFinite(data);
    return data.toArray();
  }

  @Override
  public float[][] decode(float[][] codes) {
    return encode(codes);
  }
}
