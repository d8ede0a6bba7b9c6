package io.venturi.restoration;

import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How rows are measured.
 *
 * @param shape of rows that are images
 * @param peak how far apart clean values may lie: 1 of images
 */
record Yardstick(Optional<ImageShape> shape, double peak) {

  /**
   * @throws DataException if values of clean images are not in [0, 1], or all values of other rows
   *     are the same
   */
  static Yardstick of(Dataset clean) {
    Optional<ImageShape> shape = ImageShape.of(clean);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    float[] row = new float[clean.width()];
    for (int r = 0; r < clean.size(); r++) {
      clean.read(r, row, 0);
      for (int i = 0; i < row.length; i++) {
        if (shape.isPresent() && !(row[i] >= 0 && row[i] <= 1)) {
          throw new DataException(RestorationMessage.NOT_PIXELS, r, clean.name(), i, row[i]);
        }
        low = Math.min(low, row[i]);
        high = Math.max(high, row[i]);
      }
    }
    if (shape.isPresent()) {
      return new Yardstick(shape, 1);
    }
    if (low == high) {
      throw new DataException(RestorationMessage.NO_RANGE, clean.name(), low);
    }
    return new Yardstick(shape, high - low);
  }

  Measured measure(Pairs pairs, Restorer restorer) {
    List<Measured> blocks =
        Arrays.stream(pairs.blocks())
            .map(
                block -> {
                  float[][] clean = block.cleanRows();
                  float[][] restored = restorer.restore(block);
                  return shape
                      .map(images -> Measured.images(clean, restored, images))
                      .orElseGet(() -> Measured.rows(clean, restored, peak));
                })
            .toList();
    return Measured.join(blocks);
  }
}
