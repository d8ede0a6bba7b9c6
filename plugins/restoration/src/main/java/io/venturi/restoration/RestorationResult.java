package io.venturi.restoration;

import io.venturi.application.report.ImageRows;
import io.venturi.application.report.ReportPart;
import io.venturi.application.report.ReportWriter;
import io.venturi.application.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How well a model restores.
 *
 * @param rows how many rows were measured
 * @param noisy the noisy rows as they are
 * @param filters of images: the median, the Gaussian and those that were added, each kind with its
 *     best setting; empty for other rows
 * @param model what the model makes of them
 * @param overNoisy how much better the model is than nothing
 * @param overFilter how much better it is than the filter that comes closest to it; of images
 * @param peak what the signal-to-noise ratio takes for the highest signal
 * @param images some of the images, in all ways; of images
 */
public record RestorationResult(
    int rows,
    Quality noisy,
    List<Quality> filters,
    Quality model,
    Gain overNoisy,
    Optional<Gain> overFilter,
    double peak,
    Optional<ImageRows> images)
    implements ReportPart {

  /** With fewer rows, intervals by the bootstrap are too narrow. */
  private static final int FEW = 20;

  public RestorationResult {
    filters = List.copyOf(filters);
  }

  /** What it comes to, in words; it says so if a filter does as well, or nothing would. */
  public String verdict() {
    if (overNoisy.interval().low() <= 0) {
      return say(
          "The model restores nothing: %.2f dB, and the noisy rows have %.2f dB. Train it longer,"
              + " and on such noise.",
          model.psnr(), noisy.psnr());
    }
    String raised =
        say("from %.2f dB to %.2f dB (%s)", noisy.psnr(), model.psnr(), words(overNoisy));
    return overFilter
        .map(gain -> besideFilter(gain, raised))
        .orElseGet(() -> "The model raises the signal-to-noise ratio " + raised + ".");
  }

  private String besideFilter(Gain gain, String raised) {
    Quality filter = gain.over();
    if (gain.interval().high() < 0) {
      return say(
          "A filter restores better, and needs no training: use the %s with its %.2f dB. The model"
              + " goes %s.",
          filter.name(), filter.psnr(), raised);
    }
    if (gain.interval().low() <= 0) {
      return say(
          "A filter does as well, and needs no training: the %s has %.2f dB. The model goes %s.",
          filter.name(), filter.psnr(), raised);
    }
    String better =
        say(
            "The model restores better than the filters: it goes %s; the best of them, %s, has"
                + " %.2f dB.",
            raised, filter.name(), filter.psnr());
    Optional<Quality> liker =
        filters.stream().filter(f -> f.ssim().orElse(-1) >= model.ssim().orElse(1)).findFirst();
    return liker
        .map(f -> better + " By structural similarity the " + f.name() + " does as well.")
        .orElse(better);
  }

  private static String words(Gain gain) {
    return say(
        "%+.2f dB, 95 %% interval %.2f to %.2f",
        gain.psnr(), gain.interval().low(), gain.interval().high());
  }

  private static String say(String words, Object... facts) {
    return String.format(Locale.ROOT, words, facts);
  }

  @Override
  public String title() {
    return "Restoration";
  }

  @Override
  public void writeTo(ReportWriter report) {
    report.verdict(verdict());
    Table.Builder table =
        Table.of("Beside the clean rows", "rows", "PSNR, dB", "95 % interval", "SSIM");
    List<Quality> all = new ArrayList<>(filters);
    all.add(0, noisy);
    all.add(model);
    for (Quality quality : all) {
      table.row(
          quality.name(),
          say("%.2f", quality.psnr()),
          say("%.2f to %.2f", quality.interval().low(), quality.interval().high()),
          quality.ssim().isPresent() ? say("%.4f", quality.ssim().getAsDouble()) : "-");
    }
    report.table(table.build());
    images.ifPresent(report::images);
    report.text(
        say(
            "Means over %d rows, of a peak of %.4g, with intervals by the bootstrap.%s%s",
            rows,
            peak,
            filters.isEmpty() ? "" : " Filters have the settings that were best on other images.",
            rows < FEW ? " Intervals of so few rows are too narrow." : ""));
  }

  /** The verdict. */
  @Override
  public String toString() {
    return verdict();
  }
}
