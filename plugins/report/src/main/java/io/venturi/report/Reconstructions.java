package io.venturi.report;

import io.venturi.application.report.ImageRows;
import io.venturi.application.report.ReportPart;
import io.venturi.application.report.ReportWriter;
import io.venturi.data.Dataset;
import io.venturi.model.Codec;

/** Images over what a model, or what it is compared with, makes of them. */
public final class Reconstructions implements ReportPart {

  private final ImageRows images;
  private final String errors;

  private Reconstructions(ImageRows images, String errors) {
    this.images = images;
    this.errors = errors;
  }

  /**
   * The first images of a dataset.
   *
   * @param shown how many; fewer if there are fewer
   * @throws IllegalArgumentException if the rows have not the shape of images
   * @throws io.venturi.error.DataException if the codec does not take them
   */
  public static Reconstructions of(Codec codec, Dataset data, int shown) {
    return of(codec, data.slice(0, Math.min(shown, data.size())).toArray(), data.shape());
  }

  /**
   * These images.
   *
   * @param images (n, values of one image), in [0, 1]
   * @param shape of one image: {height, width}, or with 1 or 3 channels behind it
   * @throws IllegalArgumentException if it is another shape, or an image has another size
   * @throws io.venturi.error.DataException if the codec does not take them
   */
  public static Reconstructions of(Codec codec, float[][] images, int... shape) {
    ImageRows rows =
        new ImageRows(
            "Originals over reconstructions",
            "%d images. Below each what came back from a code of %d numbers."
                .formatted(images.length, codec.codeSize()),
            shape);
    rows.row("originals", images);
    float[][] reconstructions = codec.reconstruct(images);
    rows.row("reconstructions", reconstructions);
    return new Reconstructions(rows, errors(images, reconstructions));
  }

  private static String errors(float[][] images, float[][] reconstructions) {
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = 0; i < images.length; i++) {
      double error = 0;
      for (int j = 0; j < images[i].length; j++) {
        double difference = (double) images[i][j] - reconstructions[i][j];
        error += difference * difference / images[i].length;
      }
      sum += error;
      least = Math.min(least, error);
      most = Math.max(most, error);
    }
    return "Mean squared error of these images: %s, of single ones %s to %s."
        .formatted(Words.number(sum / images.length), Words.number(least), Words.number(most));
  }

  @Override
  public String title() {
    return "Reconstructions";
  }

  @Override
  public void writeTo(ReportWriter report) {
    report.images(images);
    report.text(errors);
  }

  /** What is shown. */
  @Override
  public String toString() {
    return errors;
  }
}
