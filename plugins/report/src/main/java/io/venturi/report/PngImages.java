package io.venturi.report;

import io.venturi.application.report.BarChart;
import io.venturi.application.report.Histogram;
import io.venturi.application.report.ImageRows;
import io.venturi.application.report.LineChart;
import io.venturi.application.report.PointChart;
import java.nio.file.Path;

/**
 * Single pictures as PNG files, on white: charts of 1,080 pixels across with their title, images
 * enlarged to at least 100 pixels in rows with labels. No display is needed, and for images no
 * fonts.
 *
 * <pre>{@code
 * PngImages.write(
 *     Path.of("images.png"),
 *     new ImageRows("Fashion-MNIST", "Ten originals over their reconstructions.", 28, 28)
 *         .row("originals", originals)
 *         .row("reconstructions", model.reconstruct(originals)));
 * }</pre>
 *
 * <p>All methods make the folder if it is not there and replace a file of that name, whole. They
 * throw {@link ReportException} if the file cannot be written, and is then as before; if there is
 * nothing that can be drawn; and for charts if this Java can write no text.
 */
public final class PngImages {

  private PngImages() {}

  /**
   * Rows of images, more than 24 of a row in several lines. Labels, of ASCII letters, stand at the
   * left, in one line or a few.
   */
  public static void write(Path file, ImageRows images) {
    write(file, Png.of(ImagePicture.labelled(images)));
  }

  /** Curves. Points that cannot be shown are gaps. */
  public static void write(Path file, LineChart chart) {
    write(file, new LineFigure(chart));
  }

  /** Points in a plane. */
  public static void write(Path file, PointChart chart) {
    write(file, new PointFigure(chart));
  }

  /** Bars, with their intervals. */
  public static void write(Path file, BarChart chart) {
    write(file, new BarFigure(chart));
  }

  /** Distributions. */
  public static void write(Path file, Histogram chart) {
    write(file, new HistogramFigure(chart));
  }

  private static void write(Path file, ChartFigure figure) {
    if (figure.isEmpty()) {
      throw new ReportException(ReportMessage.NOTHING_TO_DRAW, figure.title());
    }
    if (!Fonts.problem().isEmpty()) {
      throw new ReportException(ReportMessage.NO_TEXT, figure.title(), Fonts.problem());
    }
    write(file, Png.of(ChartImage.draw(figure, Theme.LIGHT, true)));
  }

  private static void write(Path file, byte[] png) {
    WholeFile.write(file, png);
  }
}
