package io.venturi.generation;

import io.venturi.application.report.ReportPart;
import io.venturi.application.report.ReportWriter;
import io.venturi.model.Codec;
import java.util.List;
import java.util.stream.IntStream;

/** What codes decode to along paths: an interpolation, a traversal or a manifold. */
public final class CodeWalk implements ReportPart {

  private final String title;
  private final String description;
  private final List<String> labels;
  private final float[][][] codes;
  private final float[][][] rows;
  private final int[] shape;

  private CodeWalk(
      String title,
      String description,
      List<String> labels,
      float[][][] codes,
      float[][][] rows,
      int... shape) {
    this.title = title;
    this.description = description;
    this.labels = labels;
    this.codes = codes;
    this.rows = rows;
    this.shape = shape;
  }

  /**
   * Decodes the codes of some paths.
   *
   * @param labels one for each path
   * @param codes (paths, steps, codeSize)
   */
  static CodeWalk decoded(
      Codec codec, String title, String description, List<String> labels, float[][][] codes) {
    float[][][] rows =
        IntStream.range(0, codes.length)
            .mapToObj(p -> Codes.decode(codec, codes[p], "what " + labels.get(p) + " decodes to"))
            .toArray(float[][][]::new);
    return new CodeWalk(
        title, description, List.copyOf(labels), codes, rows, RowPictures.shapeOf(codec));
  }

  /** The codes, (paths, steps, codeSize); not a copy. */
  public float[][][] codes() {
    return codes;
  }

  /** What they decode to, (paths, steps, inputs), in the units of raw rows; not a copy. */
  public float[][][] rows() {
    return rows;
  }

  /** What each path is. */
  public List<String> labels() {
    return labels;
  }

  /**
   * The same, drawn as images, as it is anyway of a spec whose input has the shape of some.
   *
   * @param imageShape {height, width}, or with 1 or 3 channels behind it
   * @throws io.venturi.error.DataException if rows are no images of this shape
   */
  public CodeWalk asImages(int... imageShape) {
    return new CodeWalk(
        title,
        description,
        labels,
        codes,
        rows,
        RowPictures.requireImage(rows[0][0].length, imageShape));
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public void writeTo(ReportWriter report) {
    RowPictures.write(report, title, description, labels, rows, shape);
  }

  /** Such as {@code Interpolation: 8 paths of 12 codes}. */
  @Override
  public String toString() {
    return title + ": " + rows.length + " paths of " + rows[0].length + " codes";
  }
}
