package io.venturi.application;

import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How like images are to their originals, image by image: what codecs and restorations are measured
 * by. Values are taken to lie in [0, 1], so the peak is 1. All is computed in double precision, and
 * the same on any number of threads.
 */
public final class ImageQuality {

  /**
   * The PSNR in decibels of an image that is as its original, or all but: a mean squared error of
   * {@code 1e-10}, far below what bytes tell apart. Without an end, one blank image that is coded
   * without loss would make the mean over all images infinite, whatever became of the others.
   */
  public static final double MOST_DECIBELS = 100;

  /** About so many values are in memory at a time, where they are read from datasets. */
  private static final int BLOCK = 1 << 22;

  private final double[] psnr;
  private final double[] ssim;
  private final double meanSquaredError;

  private ImageQuality(double[] errors, double[] ssim) {
    this.psnr = Arrays.stream(errors).map(ImageQuality::decibels).toArray();
    this.ssim = ssim;
    this.meanSquaredError = mean(errors);
  }

  /**
   * Compares images with their originals.
   *
   * @param originals (n, values of one image), finite
   * @param images as many, finite
   * @param shape of one image: {height, width} or {height, width, channels}, both sides at least 11
   *     pixels
   * @throws io.venturi.error.DataException if there are no images, or one has another size than the
   *     first, or a value that is not finite
   * @throws IllegalArgumentException if there are not as many of both, or they have another size
   *     than the shape, or are too small
   */
  public static ImageQuality of(float[][] originals, float[][] images, int... shape) {
    return of(
        Dataset.of("the array of originals", originals),
        Dataset.of("the array of images", images),
        shape.clone());
  }

  /**
   * Compares images with their originals, of which only some are in memory at a time.
   *
   * @param originals of shape {height, width} or {height, width, channels}, both sides at least 11
   *     pixels; finite
   * @param images of as many values, finite
   * @throws io.venturi.error.DataException if a value is not finite
   * @throws IllegalArgumentException if there are not as many of both, or not of one size, or they
   *     are too small
   */
  public static ImageQuality of(Dataset originals, Dataset images) {
    return of(originals, images, originals.shape());
  }

  /**
   * The {@link #psnr()} alone, of values of any shape: for those who try many settings.
   *
   * @param originals (n, values), finite
   * @param images the same, finite
   * @throws IllegalArgumentException if there are no images, or not as many of both, or one has
   *     another size than its original, or they differ by what is no number
   */
  public static double psnr(float[][] originals, float[][] images) {
    if (originals.length == 0 || originals.length != images.length) {
      throw new IllegalArgumentException(
          originals.length + " originals and " + images.length + " images cannot be compared.");
    }
    double sum = 0;
    for (int i = 0; i < originals.length; i++) {
      if (originals[i].length != images[i].length) {
        throw new IllegalArgumentException(
            "Image %d has %d values, its original %d."
                .formatted(i, images[i].length, originals[i].length));
      }
      double decibels = decibels(squaredError(originals[i], images[i]));
      if (Double.isNaN(decibels)) {
        throw new IllegalArgumentException("Image " + i + " or its original is not finite.");
      }
      sum += decibels;
    }
    return sum / originals.length;
  }

  private static ImageQuality of(Dataset originals, Dataset images, int[] shape) {
    StructuralSimilarity similarity = new StructuralSimilarity(shape);
    if (originals.size() != images.size()
        || originals.width() != similarity.values()
        || images.width() != similarity.values()) {
      throw new IllegalArgumentException(
          "%d originals of %d values and %d images of %d are not of the same images of %s."
              .formatted(
                  originals.size(),
                  originals.width(),
                  images.size(),
                  images.width(),
                  Arrays.toString(shape)));
    }
    DataChecks.requireFinite(originals);
    DataChecks.requireFinite(images);
    double[] errors = new double[originals.size()];
    double[] ssim = new double[originals.size()];
    int step = Math.max(1, BLOCK / similarity.values());
    for (int from = 0; from < errors.length; from += step) {
      int first = from;
      int end = Math.min(errors.length, from + step);
      float[][] wanted = originals.slice(first, end).toArray();
      float[][] given = images.slice(first, end).toArray();
      IntStream.range(0, end - first)
          .parallel()
          .forEach(
              i -> {
                errors[first + i] = squaredError(wanted[i], given[i]);
                ssim[first + i] = similarity.of(wanted[i], given[i]);
              });
    }
    return new ImageQuality(errors, ssim);
  }

  private static double squaredError(float[] original, float[] image) {
    double sum = 0;
    for (int i = 0; i < original.length; i++) {
      double difference = (double) original[i] - image[i];
      sum += difference * difference;
    }
    return sum / original.length;
  }

  /** NaN if the error is. */
  private static double decibels(double squaredError) {
    return Math.min(MOST_DECIBELS, -10 * Math.log10(squaredError));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /**
   * The peak signal-to-noise ratio {@code 10 · log10(1 / mean squared error)} in decibels, a MEAN
   * over images, each of which counts {@link #MOST_DECIBELS} at most.
   */
  public double psnr() {
    return mean(psnr);
  }

  /**
   * The mean structural similarity, at most 1: a MEAN over the places of the window and over
   * channels, and then over images. The window is a Gaussian of 11 x 11 pixels with a standard
   * deviation of 1.5 that lies wholly inside the image; K1 is 0.01, K2 0.03. Z. Wang, A. C. Bovik,
   * H. R. Sheikh and E. P. Simoncelli, Image quality assessment: from error visibility to
   * structural similarity, 2004.
   */
  public double ssim() {
    return mean(ssim);
  }

  /** The MEAN of squared differences over all values of all images. */
  public double meanSquaredError() {
    return meanSquaredError;
  }

  /** Of each image, {@link #MOST_DECIBELS} at most; a copy. */
  public double[] psnrOfImages() {
    return psnr.clone();
  }

  /** Of each image; a copy. */
  public double[] ssimOfImages() {
    return ssim.clone();
  }
}
