package io.venturi.report;

import io.venturi.application.report.Axis;
import io.venturi.application.report.Point;
import io.venturi.application.report.Series;
import java.util.ArrayList;
import java.util.List;

/** The points of a chart's series that its axes can show; the others are gaps. */
final class XyValues {

  private final List<Series> series;
  private final List<String> names;
  private final List<double[]> xs = new ArrayList<>();
  private final List<double[]> ys = new ArrayList<>();
  private final Shown x;
  private final Shown y;
  private final String note;
  private long count;

  XyValues(List<Series> series, Axis xAxis, Axis yAxis) {
    this.series = series;
    this.names = Words.distinct(series.stream().map(Series::name).toList(), ChartStyle.NAME);
    this.x = new Shown(xAxis);
    this.y = new Shown(yAxis);
    long all = 0;
    for (Series each : series) {
      all += each.points().size();
      add(each.points(), xAxis, yAxis);
    }
    this.note = Shown.note(all - count, all, "points", xAxis.logarithmic() || yAxis.logarithmic());
  }

  private void add(List<Point> points, Axis xAxis, Axis yAxis) {
    // One gap behind the points: where x are evenly spaced, the library has ticks at some of them,
    // and not at round numbers.
    double[] across = new double[points.size() + 1];
    double[] up = new double[points.size() + 1];
    across[points.size()] = Double.NaN;
    up[points.size()] = Double.NaN;
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      boolean shown = Shown.by(xAxis, point.x()) && Shown.by(yAxis, point.y());
      across[i] = shown ? point.x() : Double.NaN;
      up[i] = shown ? point.y() : Double.NaN;
      if (shown) {
        count++;
        x.add(point.x());
        y.add(point.y());
      }
    }
    xs.add(across);
    ys.add(up);
  }

  /** How many series there are. */
  int size() {
    return series.size();
  }

  Series series(int place) {
    return series.get(place);
  }

  /** Fit for a legend. */
  String name(int place) {
    return names.get(place);
  }

  List<String> names() {
    return names;
  }

  /** With NaN for gaps. */
  double[] x(int place) {
    return xs.get(place);
  }

  double[] y(int place) {
    return ys.get(place);
  }

  /** Whether nothing of a series can be shown. */
  boolean isEmpty(int place) {
    for (double value : ys.get(place)) {
      if (!Double.isNaN(value)) {
        return false;
      }
    }
    return true;
  }

  /** How many points can be shown, of all series. */
  long count() {
    return count;
  }

  Shown x() {
    return x;
  }

  Shown y() {
    return y;
  }

  List<String> notes() {
    return note.isEmpty() ? List.of() : List.of(note);
  }
}
