package io.venturi.generation;

import io.venturi.application.report.Axis;
import io.venturi.application.report.ImageRows;
import io.venturi.application.report.LineChart;
import io.venturi.application.report.ReportWriter;
import io.venturi.application.report.Series;
import io.venturi.error.DataException;
import io.venturi.model.Codec;
import io.venturi.model.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How rows are drawn: as images if they are of the shape of some, as curves if not. */
final class RowPictures {

  /** Curves that can still be told apart. */
  private static final int MOST_CURVES = 8;

  private RowPictures() {}

  /** Whether it is height and width of an image, with 1 or 3 channels if there is a third. */
  static boolean isImage(int... shape) {
    return Arrays.stream(shape).allMatch(size -> size > 0)
        && (shape.length == 2 || (shape.length == 3 && (shape[2] == 1 || shape[2] == 3)));
  }

  /** The shape of the rows of a model whose spec says that they are images; else none. */
  static int[] shapeOf(Codec codec) {
    if (codec instanceof Model<?> model) {
      int[] shape = model.description().inputShape().stream().mapToInt(size -> size).toArray();
      if (isImage(shape)) {
        return shape;
      }
    }
    return new int[0];
  }

  /**
   * Refuses what is no shape of images of so many values.
   *
   * @return a copy of the shape
   */
  static int[] requireImage(int width, int... shape) {
    long values = Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b);
    if (!isImage(shape) || values != width) {
      throw new DataException(GenerationMessage.NOT_IMAGES, width, Arrays.toString(shape));
    }
    return shape.clone();
  }

  /**
   * Writes rows of rows.
   *
   * @param labels one for each group
   * @param groups (groups, rows, values)
   * @param shape of an image; without dimensions, rows are no images
   */
  static void write(
      ReportWriter report,
      String title,
      String description,
      List<String> labels,
      float[][][] groups,
      int... shape) {
    if (shape.length > 0) {
      ImageRows images = new ImageRows(title, description, shape);
      for (int g = 0; g < groups.length; g++) {
        images.row(labels.get(g), groups[g]);
      }
      report.images(images);
      return;
    }
    for (int g = 0; g < groups.length; g++) {
      String name = labels.get(g).isEmpty() ? title : title + ": " + labels.get(g);
      report.lines(
          new LineChart(
              name, description, Axis.of("feature"), Axis.of("value"), curves(groups[g])));
    }
  }

  private static List<Series> curves(float[][] rows) {
    List<Series> curves = new ArrayList<>();
    int shown = Math.min(MOST_CURVES, rows.length);
    for (int i = 0; i < shown; i++) {
      // From the first to the last, since steps of a walk are to show its ends.
      int row = shown == 1 ? 0 : (int) ((long) i * (rows.length - 1) / (shown - 1));
      curves.add(
          Series.of(
              "row " + (row + 1),
              IntStream.range(0, rows[row].length).asDoubleStream().toArray(),
              IntStream.range(0, rows[row].length).mapToDouble(j -> rows[row][j]).toArray()));
    }
    return curves;
  }
}
