package io.venturi.anomaly;

import io.venturi.application.Interval;
import io.venturi.application.report.Axis;
import io.venturi.application.report.Bar;
import io.venturi.application.report.BarChart;
import io.venturi.application.report.Histogram;
import io.venturi.application.report.LineChart;
import io.venturi.application.report.Point;
import io.venturi.application.report.ReportWriter;
import io.venturi.application.report.Series;
import io.venturi.application.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Draws an evaluation. */
final class EvaluationReport {

  private static final int MOST_POINTS = 500;
  private static final int MOST_FEATURES = 10;

  private final Evaluation evaluation;
  private final Ranking ranking;
  private final OptionalDouble threshold;
  private final String thresholdBy;

  EvaluationReport(Evaluation evaluation, Ranking ranking, String thresholdBy) {
    this.evaluation = evaluation;
    this.ranking = ranking;
    this.threshold = evaluation.threshold();
    this.thresholdBy = thresholdBy;
  }

  void writeTo(ReportWriter report) {
    Interval interval = evaluation.aurocInterval();
    String figures =
        text(
            "AUROC %.3f (95 %%: %.3f to %.3f; 0.5 by chance), average precision %.3f (%.3f by chance)",
            evaluation.auroc(),
            interval.low(),
            interval.high(),
            evaluation.averagePrecision(),
            ranking.shareOfAnomalies());
    if (threshold.isPresent()) {
      report.verdict(figures + atThreshold(evaluation.confusion()));
      report.text(text("The threshold is %.4g, set by %s.", threshold.getAsDouble(), thresholdBy));
    } else {
      report.verdict(figures + ".");
      report.text("The detector has no threshold.");
    }
    report.histogram(histogram());
    report.lines(roc());
    report.lines(precisionRecall());
    if (threshold.isPresent()) {
      report.table(table(evaluation.confusion()));
      report.table(rates(evaluation.confusion()));
    }
    report.bars(features());
  }

  private static String atThreshold(Confusion confusion) {
    return text(
        "; at the threshold it finds %d of %d anomalies and calls %d of %d normal rows anomalies.",
        confusion.truePositives(),
        confusion.anomalies(),
        confusion.falsePositives(),
        confusion.normals());
  }

  private static String text(String template, Object... values) {
    return String.format(Locale.ROOT, template, values);
  }

  private Histogram histogram() {
    return new Histogram(
        "Scores",
        "Scores of normal rows and of anomalies, with the threshold between them.",
        Axis.logarithmic("score (1 is usual)"),
        List.of(
            new Histogram.Sample("normal", positive(ranking.scoresOf(false))),
            new Histogram.Sample("anomalies", positive(ranking.scoresOf(true)))),
        threshold.stream()
            .filter(score -> score > 0 && Double.isFinite(score))
            .mapToObj(score -> new Histogram.Mark("threshold", score))
            .toList());
  }

  /** A logarithmic axis has no place for 0. */
  private static double[] positive(double[] scores) {
    double[] positive = scores.clone();
    for (int i = 0; i < positive.length; i++) {
      positive[i] = Math.max(positive[i], 1e-6);
    }
    return positive;
  }

  private LineChart roc() {
    return new LineChart(
        "ROC curve",
        text(
            "The share of anomalies found against the share of normal rows called so: area %.3f.",
            evaluation.auroc()),
        Axis.of("false-positive rate"),
        Axis.of("true-positive rate"),
        List.of(
            new Series("detector", thinned(evaluation.roc())),
            new Series("chance", List.of(new Point(0, 0), new Point(1, 1)))));
  }

  private LineChart precisionRecall() {
    return new LineChart(
        "Precision and recall",
        text(
            "The share of alarms that are right against the share of anomalies found: average"
                + " precision %.3f.",
            evaluation.averagePrecision()),
        Axis.of("recall"),
        Axis.of("precision"),
        List.of(new Series("detector", thinned(evaluation.precisionRecall()))));
  }

  private static List<Point> thinned(List<Point> points) {
    if (points.size() <= MOST_POINTS) {
      return points;
    }
    List<Point> thinned = new ArrayList<>();
    for (int i = 0; i < MOST_POINTS; i++) {
      thinned.add(points.get((int) ((long) i * (points.size() - 1) / (MOST_POINTS - 1))));
    }
    return thinned;
  }

  private static Table table(Confusion confusion) {
    return Table.of("Confusion matrix", "row", "called normal", "called an anomaly")
        .row(
            "normal",
            Integer.toString(confusion.trueNegatives()),
            Integer.toString(confusion.falsePositives()))
        .row(
            "anomaly",
            Integer.toString(confusion.falseNegatives()),
            Integer.toString(confusion.truePositives()))
        .build();
  }

  private static Table rates(Confusion confusion) {
    Table.Builder table = Table.of("Rates at the threshold", "rate", "value", "95 % from", "to");
    row(table, "recall", confusion.recall(), confusion.recallInterval());
    row(table, "precision", confusion.precision(), confusion.precisionInterval());
    row(
        table,
        "false-positive rate",
        confusion.falsePositiveRate(),
        confusion.falsePositiveRateInterval());
    return table.build();
  }

  private static void row(Table.Builder table, String name, double rate, Interval interval) {
    table.row(
        name, text("%.4f", rate), text("%.4f", interval.low()), text("%.4f", interval.high()));
  }

  private BarChart features() {
    List<Contribution> highest = evaluation.highestAnomaly();
    double score = highest.stream().mapToDouble(Contribution::value).sum();
    return new BarChart(
        "Why: features of the anomaly with the highest score",
        text("What the features add to its score of %.4g, the largest first.", score),
        Axis.of("contribution to the score"),
        highest.stream()
            .limit(MOST_FEATURES)
            .map(each -> Bar.of(each.name(), each.value()))
            .toList());
  }
}
