package io.venturi.report;

import io.venturi.application.report.Axis;
import io.venturi.application.report.LineChart;
import io.venturi.application.report.ReportPart;
import io.venturi.application.report.ReportWriter;
import io.venturi.application.report.Series;
import io.venturi.application.report.Table;
import io.venturi.train.EpochMetrics;
import io.venturi.train.History;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The course of a training: loss and validation loss by epoch, the learning rate where it changed,
 * what types reported, and their warnings.
 */
public final class TrainingCurves implements ReportPart {

  private static final Axis EPOCH = Axis.of("epoch");

  /** Losses that fall by more than this factor are shown by a logarithmic axis. */
  private static final double FALL = 10;

  private final History history;

  private TrainingCurves(History history) {
    this.history = history;
  }

  /** Of {@code training.history()}. */
  public static TrainingCurves of(History history) {
    return new TrainingCurves(history);
  }

  @Override
  public String title() {
    return "Training";
  }

  @Override
  public void writeTo(ReportWriter report) {
    report.text(history + ".");
    if (history.epochs().isEmpty()) {
      return;
    }
    List<Series> losses = new ArrayList<>();
    losses.add(series("training", EpochMetrics::loss));
    if (history.epochs().stream().anyMatch(epoch -> epoch.validationLoss().isPresent())) {
      losses.add(series("validation", epoch -> epoch.validationLoss().orElse(Double.NaN)));
    }
    chart(report, "Loss", losses, axis("Loss", losses));
    for (String name : names()) {
      List<Series> figure = figure(name);
      if (figure.stream().anyMatch(TrainingCurves::varies)) {
        chart(report, name, figure, axis(name, figure));
      } else {
        report.text(unvaried(name, figure));
      }
    }
    if (history.epochs().stream().mapToDouble(EpochMetrics::learningRate).distinct().count() > 1) {
      List<Series> rates = List.of(series("training", EpochMetrics::learningRate));
      chart(report, "Learning rate", rates, Axis.of("learning rate"));
    }
    warnings(report);
  }

  private Series series(String name, ToDoubleFunction<EpochMetrics> value) {
    List<EpochMetrics> epochs = history.epochs();
    return Series.of(
        name,
        epochs.stream().mapToDouble(EpochMetrics::epoch).toArray(),
        epochs.stream().mapToDouble(value).toArray());
  }

  private Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    history.epochs().forEach(epoch -> names.addAll(epoch.figures().keySet()));
    history.epochs().forEach(epoch -> names.addAll(epoch.validationFigures().keySet()));
    return names;
  }

  private List<Series> figure(String name) {
    List<Series> series = new ArrayList<>();
    if (history.epochs().stream().anyMatch(epoch -> epoch.figures().containsKey(name))) {
      series.add(series("training", epoch -> value(epoch.figures(), name)));
    }
    if (history.epochs().stream().anyMatch(epoch -> epoch.validationFigures().containsKey(name))) {
      series.add(series("validation", epoch -> value(epoch.validationFigures(), name)));
    }
    return series;
  }

  private static double value(Map<String, Double> figures, String name) {
    return figures.getOrDefault(name, Double.NaN);
  }

  /** A single epoch is drawn, too: whether its figures would vary, nobody knows. */
  private static boolean varies(Series series) {
    return series.points().size() < 2
        || series.points().stream().mapToDouble(point -> point.y()).distinct().count() > 1;
  }

  private static String unvaried(String name, List<Series> figure) {
    return figure.stream()
        .map(each -> each.name() + " " + Words.number(each.points().get(0).y()))
        .collect(Collectors.joining(", ", name + " was the same after every epoch: ", "."));
  }

  private static void chart(ReportWriter report, String title, List<Series> series, Axis axis) {
    String description =
        series.stream()
            .map(each -> course(title, each))
            .collect(Collectors.joining(" ", title + " by epoch. ", ""));
    report.lines(new LineChart(title, description, EPOCH, axis, series));
  }

  private static String course(String what, Series series) {
    double first = series.points().get(0).y();
    double last = series.points().get(series.points().size() - 1).y();
    return "%s, %s: %s after the first epoch, %s after the last."
        .formatted(what, series.name(), Words.number(first), Words.number(last));
  }

  private static Axis axis(String title, List<Series> series) {
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (Series each : series) {
      for (double value : each.points().stream().mapToDouble(point -> point.y()).toArray()) {
        low = Math.min(low, value); // NaN makes it NaN, and the axis linear.
        high = Math.max(high, value);
      }
    }
    String label = title.toLowerCase(java.util.Locale.ROOT);
    return low > 0 && high > FALL * low ? Axis.logarithmic(label) : Axis.of(label);
  }

  private void warnings(ReportWriter report) {
    Map<String, List<Integer>> epochs = new LinkedHashMap<>();
    for (EpochMetrics epoch : history.epochs()) {
      for (String warning : epoch.warnings()) {
        epochs.computeIfAbsent(warning, any -> new ArrayList<>()).add(epoch.epoch());
      }
    }
    if (epochs.isEmpty()) {
      return;
    }
    Table.Builder table = Table.of("Warnings", "warning", "epochs", "first", "last");
    epochs.forEach(
        (warning, when) ->
            table.row(
                warning,
                Integer.toString(when.size()),
                Integer.toString(when.get(0)),
                Integer.toString(when.get(when.size() - 1))));
    report.table(table.build());
  }

  /** The training in one line. */
  @Override
  public String toString() {
    return history.toString();
  }
}
