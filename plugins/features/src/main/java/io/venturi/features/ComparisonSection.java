package io.venturi.features;

import io.venturi.application.Interval;
import io.venturi.application.report.Axis;
import io.venturi.application.report.LineChart;
import io.venturi.application.report.Point;
import io.venturi.application.report.ReportWriter;
import io.venturi.application.report.Series;
import io.venturi.application.report.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws a comparison into a report. */
final class ComparisonSection {

  private final FeatureComparison comparison;
  private final List<FeatureDifference> differences;

  ComparisonSection(FeatureComparison comparison) {
    this.comparison = comparison;
    this.differences = comparison.differences();
  }

  void writeTo(ReportWriter report) {
    report.verdict(verdict());
    comparison.learners().forEach(learner -> report.lines(chart(learner)));
    if (!differences.isEmpty()) {
      report.table(against());
    }
    report.table(scores());
    report.text(
        "Accuracy is the share of test rows whose label was told rightly, the mean over draws of the"
            + " labelled rows, which are the same for every contender. Intervals have 95 % of"
            + " confidence, over test rows and draws"
            + (differences.isEmpty()
                ? ""
                : ", those of differences all together: each has so much more that one of "
                    + differences.size()
                    + " is called ahead or behind by chance in 5 % of such comparisons at most"
                    + " (Bonferroni)")
            + ". Where all labels are used there is one draw,"
            + " and models were trained once, so that other seeds of their training are not in"
            + " them. Settings, and whether features are standardised or brought to unit length,"
            + " were chosen on labelled rows that were held back, and the best model by the same"
            + " rows. Neighbours are exact ones by matrix products; logistic regression is"
            + " Tribuo's.");
  }

  private String verdict() {
    if (differences.isEmpty()) {
      return "There is nothing to hold the codes against: name a model, and a contender that is"
          + " none, such as raw inputs.";
    }
    List<FeatureScore> best = comparison.aheadOfAllElse();
    return best.isEmpty()
        ? "Nowhere are a model's codes ahead of all that needs no training: use that."
        : "Use a model's codes where they are ahead of all that needs no training, "
            + best.stream().map(ComparisonSection::where).collect(Collectors.joining(", "))
            + (best.size() == comparison.learners().size() * comparison.labels().size()
                ? "."
                : "; elsewhere use what needs none.");
  }

  private static String where(FeatureScore score) {
    return String.format(
        Locale.ROOT,
        "by %s with %,d labels (%s)",
        score.learner().name(),
        score.labels(),
        score.contender());
  }

  private LineChart chart(Learner learner) {
    List<Series> series =
        comparison.contenders().stream()
            .map(
                contender ->
                    new Series(
                        contender,
                        comparison.labels().stream()
                            .map(labels -> comparison.score(contender, learner, labels))
                            .map(score -> new Point(score.labels(), 100 * score.accuracy()))
                            .toList()))
            .toList();
    String figures =
        comparison.contenders().stream()
            .map(
                contender ->
                    comparison.labels().stream()
                        .map(labels -> comparison.score(contender, learner, labels))
                        .map(score -> percent(score.accuracy()))
                        .collect(Collectors.joining(", ", contender + " ", "")))
            .collect(Collectors.joining("; "));
    return new LineChart(
        "Accuracy of " + learner.name(),
        "With " + labelCounts() + " labels: " + figures + ".",
        Axis.logarithmic("labels"),
        Axis.of("test rows told rightly, %"),
        series);
  }

  private String labelCounts() {
    return comparison.labels().stream()
        .map(labels -> String.format(Locale.ROOT, "%,d", labels))
        .collect(Collectors.joining(", "));
  }

  private Table against() {
    Table.Builder table =
        Table.of(
            "The best model's codes beside what needs no training",
            "learner",
            "labels",
            "codes",
            "beside",
            "difference in points",
            "interval",
            "codes are");
    for (FeatureDifference each : differences) {
      table.row(
          each.first().learner().name(),
          String.format(Locale.ROOT, "%,d", each.first().labels()),
          each.first().contender(),
          each.second().contender(),
          points(each.mean()),
          points(each.interval().low()) + " to " + points(each.interval().high()),
          each.isAhead() ? "ahead" : each.isBehind() ? "behind" : "level");
    }
    return table.build();
  }

  private Table scores() {
    Table.Builder table =
        Table.of(
            "Accuracy",
            "features",
            "learner",
            "labels",
            "accuracy, %",
            "95 % interval",
            "draws",
            "held back, %",
            "settings, of most draws");
    for (FeatureScore score : comparison.scores()) {
      Interval interval = score.interval();
      table.row(
          score.contender(),
          score.learner().name(),
          String.format(Locale.ROOT, "%,d", score.labels()),
          percent(score.accuracy()),
          percent(interval.low()) + " to " + percent(interval.high()),
          String.valueOf(score.draws()),
          percent(score.validation()),
          score.usualSettings());
    }
    return table.build();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  private static String points(double share) {
    return String.format(Locale.ROOT, "%+.1f", 100 * share);
  }
}
