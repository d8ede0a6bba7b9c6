package io.venturi.compression;

import io.venturi.application.ImageQuality;
import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import java.util.Optional;

/** Images through a codec of one setting, which trades bytes for quality. */
abstract class Coding {

  /** The setting is then known to a thousandth of its range. */
  private static final int HALVINGS = 10;

  private final int[] shape;
  private final float[][] originals;

  /**
   * Reads the images.
   *
   * @throws DataException if a value is not in [0, 1]
   */
  Coding(Dataset images) {
    this.shape = images.shape();
    this.originals = images.toArray();
    for (int image = 0; image < originals.length; image++) {
      for (float value : originals[image]) {
        if (!(value >= 0 && value <= 1)) {
          throw new DataException(CompressionMessage.NO_GREYS, image, images.name(), value);
        }
      }
    }
  }

  /** What came of a setting. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Coded(long bytes, float[][] images) {}

  /** Codes the images and decodes them from those bytes. */
  abstract Coded at(double setting);

  /** What to call a setting. */
  abstract String name(double setting);

  float[][] originals() {
    return originals;
  }

  RatePoint point(double setting) {
    return point(name(setting), at(setting));
  }

  RatePoint point(String name, Coded coded) {
    ImageQuality quality = ImageQuality.of(originals, coded.images(), shape);
    double values = (double) originals.length * originals[0].length;
    return new RatePoint(
        name, coded.bytes(), 8 * coded.bytes() / values, quality.psnr(), quality.ssim());
  }

  /** The lowest setting that reaches this PSNR; of higher ones, PSNR and bytes are higher. */
  Optional<RatePoint> reaching(double psnr, double low, double high) {
    if (psnr(high) < psnr) {
      return Optional.empty();
    }
    if (psnr(low) >= psnr) {
      return Optional.of(point(low));
    }
    double below = low;
    double reached = high;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (below + reached) / 2;
      if (psnr(middle) < psnr) {
        below = middle;
      } else {
        reached = middle;
      }
    }
    return Optional.of(point(reached));
  }

  private double psnr(double setting) {
    return ImageQuality.psnr(originals, at(setting).images());
  }
}
