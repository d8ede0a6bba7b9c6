package io.venturi.restoration;

import io.venturi.error.DataException;
import io.venturi.model.Codec;
import java.util.Arrays;

/** One way to make clean rows of noisy ones. */
interface Restorer {

  /** Noisy rows as they are: what all others are measured against. */
  Restorer NONE = Pairs::noisyRows;

  /** What it makes of the noisy rows of these pairs. */
  float[][] restore(Pairs pairs);

  static Restorer of(Filter filter, ImageShape shape) {
    return pairs -> {
      float[][] filtered =
          Arrays.stream(pairs.noisyRows())
              .parallel()
              .map(image -> filter.apply(image, shape.height(), shape.width(), shape.channels()))
              .toArray(float[][]::new);
      for (int i = 0; i < filtered.length; i++) {
        requireImage(filtered[i], filter, pairs, i);
      }
      return filtered;
    };
  }

  private static void requireImage(float[] filtered, Filter filter, Pairs pairs, int number) {
    int values = pairs.noisy().width();
    String fault =
        filtered.length == values
            ? notFinite(filtered)
            : filtered.length + " values instead of " + values;
    if (!fault.isEmpty()) {
      throw new DataException(
          RestorationMessage.NOT_FILTERED,
          filter.name(),
          fault,
          pairs.rows()[number],
          pairs.noisy().name());
    }
  }

  private static String notFinite(float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        return values[i] + " at feature " + i;
      }
    }
    return "";
  }

  /** A model, whose values have to be finite. */
  static Restorer of(Codec codec) {
    return pairs -> {
      float[][] restored = codec.reconstruct(pairs.noisyRows());
      for (int i = 0; i < restored.length; i++) {
        requireFinite(restored[i], codec, pairs.rows()[i], pairs.noisy().name());
      }
      return restored;
    };
  }

  /**
   * Refuses what nothing can be measured of.
   *
   * @param number and name of the row that it was made of
   */
  static void requireFinite(float[] restored, Codec codec, int number, String name) {
    for (int i = 0; i < restored.length; i++) {
      if (!Float.isFinite(restored[i])) {
        throw new DataException(
            RestorationMessage.NOT_RESTORED, Names.of(codec), restored[i], number, name, i);
      }
    }
  }
}
