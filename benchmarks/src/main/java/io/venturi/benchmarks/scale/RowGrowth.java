package io.venturi.benchmarks.scale;

import io.venturi.application.report.Axis;
import io.venturi.application.report.LineChart;
import io.venturi.application.report.Point;
import io.venturi.application.report.ReportPart;
import io.venturi.application.report.ReportWriter;
import io.venturi.application.report.Series;
import io.venturi.benchmarks.FreshJvm;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What an epoch over streamed rows costs, in time and memory, as there are more of them. */
record RowGrowth(List<Epoch> epochs) implements ReportPart {

  static final String NAME = "rows";

  private static final String HEAP = "-Xmx384m";
  private static final long MOST = 10_000_000;
  private static final long QUICK_MOST = 1_000_000;
  private static final String TIME =
      "Seconds of an epoch of 30-16-8-16-30 (batches of 256): grows as the rows.";
  private static final String MEMORY =
      "MiB at most in use, of a process that may have 384 MiB of heap and reads through two windows"
          + " of 64 MiB, beside what the rows would take.";

  /** One epoch in a process of its own; memory in MiB. */
  record Epoch(long rows, double seconds, double heap, double resident) {

    static Epoch of(long rows) throws IOException, InterruptedException {
      String line =
          FreshJvm.of(StreamedRows.class, List.of(Long.toString(rows)))
              .withOptions(List.of(HEAP))
              .output(Redirect.INHERIT);
      double[] figures = Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
      return new Epoch(rows, figures[0], figures[1], figures[2]);
    }

    /** What the rows would take in memory. */
    double size() {
      return (double) rows * StreamedRows.WIDTH * Float.BYTES / (1 << 20);
    }
  }

  static RowGrowth measure(boolean quick) throws IOException, InterruptedException {
    List<Epoch> epochs = new ArrayList<>();
    for (long rows = 1000; rows <= (quick ? QUICK_MOST : MOST); rows *= 10) {
      Epoch epoch = Epoch.of(rows);
      System.out.printf(
          Locale.ROOT,
          "scale rows: %d rows of %d streamed: %.3f s, %.2f µs a row, %.1f MiB of rows, heap"
              + " %.0f MiB, resident %.0f MiB%n",
          rows,
          StreamedRows.WIDTH,
          epoch.seconds(),
          epoch.seconds() / rows * 1e6,
          epoch.size(),
          epoch.heap(),
          epoch.resident());
      epochs.add(epoch);
    }
    return new RowGrowth(epochs);
  }

  @Override
  public String title() {
    return "Rows that are streamed";
  }

  @Override
  public void writeTo(ReportWriter report) {
    Axis rows = Axis.logarithmic("rows");
    report.text(TIME);
    report.lines(
        new LineChart(
            "Time of an epoch by its rows",
            TIME,
            rows,
            Axis.logarithmic("seconds"),
            List.of(series("streamed rows", Epoch::seconds))));
    report.text(MEMORY);
    report.lines(
        new LineChart(
            "Memory by rows",
            MEMORY,
            rows,
            Axis.logarithmic("MiB at most in use"),
            List.of(
                series("resident", Epoch::resident),
                series("heap", Epoch::heap),
                series("the rows", Epoch::size))));
  }

  private Series series(String name, ToDoubleFunction<Epoch> figure) {
    return new Series(
        name,
        epochs.stream()
            .map(epoch -> new Point(epoch.rows(), figure.applyAsDouble(epoch)))
            .toList());
  }
}
