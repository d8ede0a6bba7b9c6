package io.venturi.generation;

import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.model.Codec;

/** Codes of rows and back, checked on both ways. */
final class Codes {

  private Codes() {}

  /**
   * Refuses codes of another size than a model's.
   *
   * @param name what messages call them
   */
  static void requireSize(String name, int actual, int expected) {
    if (actual != expected) {
      throw new DataException(GenerationMessage.CODE_SIZE, name, actual, expected);
    }
  }

  /** The codes of rows, which must be finite and of the width that the model takes. */
  static float[][] of(Codec codec, Dataset rows) {
    DataChecks.requireWidth(rows, codec.inputs(), "the model");
    return finite("the codes of " + rows.name(), codec.encode(rows));
  }

  /**
   * The rows of codes.
   *
   * @param name what messages call them
   */
  static float[][] decode(Codec codec, float[][] codes, String name) {
    return finite(name, codec.decode(codes));
  }

  /** What overflowed is refused here, by row, before figures are made of it. */
  private static float[][] finite(String name, float[][] values) {
    DataChecks.requireFinite(Dataset.of(name, values));
    return values;
  }
}
