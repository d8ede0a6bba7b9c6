package io.venturi.benchmarks.scale;

import io.venturi.application.report.Axis;
import io.venturi.application.report.LineChart;
import io.venturi.application.report.Point;
import io.venturi.application.report.ReportPart;
import io.venturi.application.report.ReportWriter;
import io.venturi.application.report.Series;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the trainings of a sweep cost.
 *
 * @param sweep which trainings
 * @param costs in their order
 */
record SweepResult(Sweep sweep, Map<Case, Cost> costs) implements ReportPart {

  @Override
  public String title() {
    return sweep.title();
  }

  @Override
  public void writeTo(ReportWriter report) {
    report.text(sweep.description());
    report.lines(
        new LineChart(
            sweep.title(),
            sweep.description(),
            new Axis(sweep.size(), sweep.logarithmic()),
            new Axis("µs a row", sweep.logarithmic() && growsTenfold()),
            curves()));
  }

  /** Less would have too few marks on a logarithmic axis. */
  private boolean growsTenfold() {
    DoubleSummaryStatistics all =
        costs.values().stream().mapToDouble(Cost::microsPerRow).summaryStatistics();
    return all.getMax() >= 10 * all.getMin();
  }

  private List<Series> curves() {
    Map<String, List<Point>> curves = new LinkedHashMap<>();
    costs.forEach(
        (one, cost) ->
            curves
                .computeIfAbsent(one.series(), name -> new ArrayList<>())
                .add(new Point(one.size(), cost.microsPerRow())));
    return curves.entrySet().stream()
        .map(curve -> new Series(curve.getKey(), curve.getValue()))
        .toList();
  }

  /** The rate of arithmetic over the work of a row. */
  Series arithmetic() {
    return new Series(
        sweep.name(),
        costs.values().stream()
            .map(cost -> new Point(cost.operationsPerRow(), cost.gigaflops()))
            .toList());
  }
}
