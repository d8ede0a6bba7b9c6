package io.venturi.compression;

import io.venturi.application.ImageQuality;
import io.venturi.application.report.Axis;
import io.venturi.application.report.LineChart;
import io.venturi.application.report.Point;
import io.venturi.application.report.ReportPart;
import io.venturi.application.report.ReportWriter;
import io.venturi.application.report.Series;
import io.venturi.application.report.Table;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A file of compressed images, compared at equal PSNR with other codecs' files of the same images.
 *
 * @param images how many they are
 * @param name what to call the model that compressed them
 * @param point the file, and what comes back from it
 * @param modelBytes what is needed beside it to decode it: the size of the model's file
 * @param rivals what it is compared with
 * @param curves for the charts, one or more
 */
public record RateDistortion(
    int images,
    String name,
    RatePoint point,
    long modelBytes,
    List<Rival> rivals,
    List<RateCurve> curves)
    implements ReportPart {

  /** More is of no use to the eye, and would press the rest together. */
  private static final double MOST_BITS = 1;

  public RateDistortion {
    rivals = List.copyOf(rivals);
    curves = List.copyOf(curves);
  }

  /**
   * From how many images on the model and its file of them are smaller than the rival's model and
   * file, if each image takes the bytes that it takes here. Empty if the rival's file is no larger,
   * or it reaches no such PSNR.
   */
  public OptionalLong paysOffFrom(Rival rival) {
    if (rival.point().isEmpty() || rival.point().get().bytes() <= point.bytes()) {
      return OptionalLong.empty();
    }
    double saved = (double) (rival.point().get().bytes() - point.bytes()) / images;
    return OptionalLong.of(
        Math.max(1, (long) Math.floor((modelBytes - rival.modelBytes()) / saved) + 1));
  }

  @Override
  public String title() {
    return "Compression";
  }

  @Override
  public void writeTo(ReportWriter report) {
    report.text(
        format(
            "%,d images in a file of %,d bytes, %.3f bits per value, come back with a PSNR of %.2f dB"
                + " and a structural similarity of %.3f. The model takes %,d bytes more, once.",
            images, point.bytes(), point.bitsPerValue(), point.psnr(), point.ssim(), modelBytes));
    report.verdict(verdict());
    Table.Builder table =
        Table.of(
            "At that PSNR",
            "codec",
            "setting",
            "bytes",
            "bits per value",
            "PSNR (dB)",
            "SSIM",
            "model (bytes)",
            "the model pays off from");
    row(table, name, point, modelBytes, "");
    for (Rival rival : rivals) {
      if (rival.point().isEmpty()) {
        table.row(rival.name(), "does not reach it", "", "", "", "", bytes(rival.modelBytes()), "");
      } else {
        OptionalLong from = paysOffFrom(rival);
        row(
            table,
            rival.name(),
            rival.point().get(),
            rival.modelBytes(),
            from.isPresent() ? format("%,d images", from.getAsLong()) : "never");
      }
    }
    report.table(table.build());
    chart(report, "Peak signal-to-noise ratio", "PSNR (dB)", RatePoint::psnr);
    chart(report, "Structural similarity", "SSIM", RatePoint::ssim);
  }

  private String verdict() {
    List<Rival> smaller =
        rivals.stream()
            .filter(rival -> rival.point().isPresent() && paysOffFrom(rival).isEmpty())
            .toList();
    if (smaller.isEmpty()) {
      return "At the same PSNR its file is the smallest. Few images do not pay for the model.";
    }
    return smaller.stream().map(Rival::name).collect(Collectors.joining(" and "))
        + " takes no more bytes at that PSNR: there is no need for this model, or train it longer.";
  }

  private static void row(
      Table.Builder table, String codec, RatePoint point, long model, String from) {
    table.row(
        codec,
        point.setting(),
        bytes(point.bytes()),
        format("%.3f", point.bitsPerValue()),
        point.psnr() >= ImageQuality.MOST_DECIBELS ? "exact" : format("%.2f", point.psnr()),
        format("%.3f", point.ssim()),
        bytes(model),
        from);
  }

  private void chart(
      ReportWriter report, String title, String axis, ToDoubleFunction<RatePoint> quality) {
    List<Series> series =
        curves.stream().map(curve -> new Series(curve.name(), points(curve, quality))).toList();
    String description =
        format(
            "%s by bits per value, a curve for each of %s. Higher is better, and so is further left.",
            title, curves.stream().map(RateCurve::name).collect(Collectors.joining(", ")));
    report.lines(
        new LineChart(title, description, Axis.of("bits per value"), Axis.of(axis), series));
  }

  private static List<Point> points(RateCurve curve, ToDoubleFunction<RatePoint> quality) {
    return curve.points().stream()
        .filter(point -> point.bitsPerValue() <= MOST_BITS)
        .map(point -> new Point(point.bitsPerValue(), quality.applyAsDouble(point)))
        .toList();
  }

  private static String bytes(long count) {
    return format("%,d", count);
  }

  private static String format(String format, Object... facts) {
    return String.format(Locale.ROOT, format, facts);
  }

  /** Such as {@code 2000 images by ImageCodes in 49120 bytes, PSNR 21.01 dB}. */
  @Override
  public String toString() {
    return format(
        "%d images by %s in %d bytes, PSNR %.2f dB", images, name, point.bytes(), point.psnr());
  }
}
