package io.venturi.generation;

import io.venturi.application.report.ReportPart;
import io.venturi.application.report.ReportWriter;
import io.venturi.model.Codec;
import java.util.Arrays;
import java.util.List;

/** Rows that were drawn from a model. */
public final class GeneratedRows implements ReportPart {

  private static final int SHOWN = 96;

  private final Codec codec;
  private final String source;
  private final float[][] codes;
  private final float[][] rows;
  private final int[] shape;

  GeneratedRows(Codec codec, String source, float[][] codes, float[][] rows, int... shape) {
    this.codec = codec;
    this.source = source;
    this.codes = codes;
    this.rows = rows;
    this.shape = shape.clone();
  }

  /** What decoded the codes. */
  Codec codec() {
    return codec;
  }

  /** What the codes were drawn from. */
  public String source() {
    return source;
  }

  /** The codes, (count, codeSize); not a copy. */
  public float[][] codes() {
    return codes;
  }

  /** What they decode to, (count, inputs), in the units of raw rows; not a copy. */
  public float[][] rows() {
    return rows;
  }

  /**
   * The same, drawn as images, as they are anyway of a spec whose input has the shape of some.
   *
   * @param shape {height, width}, or with 1 or 3 channels behind it
   * @throws io.venturi.error.DataException if rows are no images of this shape
   */
  public GeneratedRows asImages(int... shape) {
    return new GeneratedRows(
        codec, source, codes, rows, RowPictures.requireImage(codec.inputs(), shape));
  }

  @Override
  public String title() {
    return "Drawn from " + source;
  }

  @Override
  public void writeTo(ReportWriter report) {
    int shown = Math.min(SHOWN, rows.length);
    RowPictures.write(
        report,
        title(),
        "The first " + shown + " of " + rows.length + " rows, chosen by nobody.",
        List.of(""),
        new float[][][] {Arrays.copyOf(rows, shown)},
        shape);
  }

  /** Such as {@code 1000 rows drawn from the prior}. */
  @Override
  public String toString() {
    return rows.length + " rows drawn from " + source;
  }
}
