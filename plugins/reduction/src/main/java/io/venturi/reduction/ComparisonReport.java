package io.venturi.reduction;

import io.venturi.application.report.Axis;
import io.venturi.application.report.Bar;
import io.venturi.application.report.BarChart;
import io.venturi.application.report.LineChart;
import io.venturi.application.report.Point;
import io.venturi.application.report.ReportWriter;
import io.venturi.application.report.Series;
import io.venturi.application.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws a comparison. */
final class ComparisonReport {

  private static final String NOT_KNOWN = "–";

  private final Comparison comparison;
  private final List<Contender> contenders;
  private final String confidence;

  ComparisonReport(Comparison comparison) {
    this.comparison = comparison;
    this.contenders =
        List.of(
            comparison.autoencoder(), comparison.pca(), comparison.untrained(), comparison.mean());
    this.confidence = Words.percent(comparison.options().confidence());
  }

  void writeTo(ReportWriter report) {
    report.verdict(comparison.verdict().sentence());
    report.text(
        String.format(
            Locale.ROOT,
            "Codes of %d numbers, measured on %d held-out rows, in the units that the model was"
                + " trained in. Intervals: bootstrap of the rows, %s. Trustworthiness and"
                + " continuity: %d neighbours, among at most %d of the rows.",
            comparison.codeSize(),
            comparison.rows(),
            confidence,
            comparison.options().neighbours(),
            comparison.options().neighbourhoodRows()));
    report.table(errors());
    report.bars(
        new BarChart(
            "Mean squared error",
            "Mean squared errors of all contenders on the held-out rows; less is better.",
            Axis.of("mean squared error"),
            contenders.stream()
                .map(each -> Bar.of(each.name(), each.meanSquaredError(), each.interval()))
                .toList()));
    report.lines(components());
    report.table(cost());
  }

  private Table errors() {
    Table.Builder table =
        Table.of(
            "On held-out rows",
            "codes by",
            "mean squared error",
            confidence + " interval",
            "squared error per row",
            "variance explained",
            "trustworthiness",
            "continuity");
    for (Contender each : contenders) {
      table.row(
          each.name(),
          Words.figure(each.meanSquaredError()),
          Words.interval(each.interval()),
          Words.figure(each.squaredErrorPerRow()),
          share(each.explainedVariance()),
          each.neighbourhoods().map(is -> ratio(is.trustworthiness())).orElse(NOT_KNOWN),
          each.neighbourhoods().map(is -> ratio(is.continuity())).orElse(NOT_KNOWN));
    }
    return table.build();
  }

  private LineChart components() {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < comparison.components().size(); i++) {
      points.add(new Point(i + 1, comparison.components().get(i)));
    }
    double reached = comparison.autoencoder().explainedVariance();
    return new LineChart(
        "Variance explained",
        "The part of the held-out rows' variance that PCA explains with its first components, and"
            + " that the autoencoder explains with its whole code.",
        Axis.of("components"),
        Axis.of("part of the variance"),
        List.of(
            new Series("PCA", points),
            new Series(
                comparison.autoencoder().name() + ", whole code",
                List.of(new Point(1, reached), new Point(comparison.codeSize(), reached)))));
  }

  private Table cost() {
    TrainingCost cost = comparison.cost();
    return Table.of("Cost of training", "codes by", "took")
        .row(
            comparison.autoencoder().name(),
            cost.ofModel().isEmpty() ? "not known" : cost.ofModel())
        .row(comparison.pca().name(), cost.ofPca())
        .build();
  }

  private static String share(double value) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * value);
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
