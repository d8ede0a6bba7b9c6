package io.venturi.restoration;

import io.venturi.application.Bootstrap;
import io.venturi.application.ImageQuality;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Rows beside the clean ones.
 *
 * @param psnr in decibels, of each row
 * @param ssim of each image; empty where it cannot be told
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Measured(double[] psnr, double[] ssim) {

  /** The side of the window of structural similarity. */
  private static final int SSIM_WINDOW = 11;

  /** Images in [0, 1]. */
  static Measured images(float[][] clean, float[][] images, ImageShape shape) {
    if (Math.min(shape.height(), shape.width()) < SSIM_WINDOW) {
      return rows(clean, images, 1);
    }
    ImageQuality quality = ImageQuality.of(clean, images, shape.toArray());
    return new Measured(quality.psnrOfImages(), quality.ssimOfImages());
  }

  /**
   * Rows of any range.
   *
   * @param peak how far clean values lie apart
   */
  static Measured rows(float[][] clean, float[][] rows, double peak) {
    double[] psnr = new double[rows.length];
    for (int row = 0; row < rows.length; row++) {
      double sum = 0;
      for (int i = 0; i < rows[row].length; i++) {
        double difference = ((double) rows[row][i] - clean[row][i]) / peak;
        sum += difference * difference;
      }
      psnr[row] = Math.min(ImageQuality.MOST_DECIBELS, -10 * Math.log10(sum / rows[row].length));
    }
    return new Measured(psnr, new double[0]);
  }

  /** All rows of these blocks. */
  static Measured join(List<Measured> blocks) {
    return new Measured(join(blocks, Measured::psnr), join(blocks, Measured::ssim));
  }

  private static double[] join(List<Measured> blocks, Function<Measured, double[]> part) {
    return blocks.stream().map(part).flatMapToDouble(Arrays::stream).toArray();
  }

  double meanPsnr() {
    return mean(psnr);
  }

  Quality named(String name, Bootstrap bootstrap) {
    return new Quality(
        name,
        meanPsnr(),
        bootstrap.mean(psnr),
        ssim.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(mean(ssim)));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }
}
