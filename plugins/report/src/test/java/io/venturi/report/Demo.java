package io.venturi.report;

import io.venturi.application.Interval;
import io.venturi.application.report.Axis;
import io.venturi.application.report.Bar;
import io.venturi.application.report.BarChart;
import io.venturi.application.report.Histogram;
import io.venturi.application.report.ImageRows;
import io.venturi.application.report.LineChart;
import io.venturi.application.report.PointChart;
import io.venturi.application.report.Series;
import io.venturi.application.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Charts of every kind, with figures as applications give them. */
final class Demo {

  private Demo() {}

  static HtmlReport report() {
    return HtmlReport.titled("What autoencoders <see> & make of clothes")
        .add(
            "Compared with PCA",
            section -> {
              section.text("Errors on 2,000 test images, with intervals of 95%.");
              section.bars(bars());
              section.verdict("The autoencoder is better than PCA: 0.0124 against 0.0154.");
              section.table(
                  Table.of("Errors", "model", "test MSE", "of PCA's")
                      .row("autoencoder", "0.01244", "81%")
                      .row("PCA", "0.01537", "100%")
                      .build());
            })
        .add(
            "Codes",
            section -> {
              section.points(codes());
              section.images(images());
            })
        .add(
            "Anomalies",
            section -> {
              section.histogram(errors());
              section.lines(roc());
              section.lines(rates());
            });
  }

  static BarChart bars() {
    return new BarChart(
        "Test error",
        "The autoencoder's error is 0.0124, PCA's 0.0154; the intervals do not overlap.",
        Axis.of("mean squared error"),
        List.of(
            Bar.of("autoencoder", 0.01244, new Interval(0.0121, 0.0131)),
            Bar.of("PCA", 0.01537, new Interval(0.0149, 0.0159)),
            Bar.of("mean image", 0.0869)));
  }

  static PointChart codes() {
    List<String> names =
        List.of(
            "T-shirt/top",
            "Trouser",
            "Pullover",
            "Dress",
            "Coat",
            "Sandal",
            "Shirt",
            "Sneaker",
            "Bag",
            "Ankle boot");
    Random random = new Random(3);
    List<Series> series = new ArrayList<>();
    for (int label = 0; label < names.size(); label++) {
      double[] x = new double[200];
      double[] y = new double[200];
      for (int i = 0; i < x.length; i++) {
        x[i] = 4 * Math.cos(label * 0.63) + random.nextGaussian();
        y[i] = 4 * Math.sin(label * 0.63) + random.nextGaussian();
      }
      series.add(Series.of(names.get(label), x, y));
    }
    return new PointChart(
        "Codes by label",
        "Codes of 2,000 images in a plane: classes lie in a circle.",
        Axis.of("first axis"),
        Axis.of("second axis"),
        series);
  }

  static Histogram errors() {
    Random random = new Random(4);
    return new Histogram(
        "Errors of rows",
        "Errors of normal rows lie below the threshold of 0.03, those of anomalies mostly above.",
        Axis.logarithmic("reconstruction error"),
        List.of(
            new Histogram.Sample(
                "normal",
                random.doubles(2_000).map(u -> 0.01 * Math.exp(2 * (u - 0.5) * u)).toArray()),
            new Histogram.Sample(
                "anomalies", random.doubles(300).map(u -> 0.02 * Math.exp(2 * u)).toArray())),
        List.of(new Histogram.Mark("threshold", 0.03)));
  }

  static LineChart roc() {
    double[] x = new double[101];
    double[] y = new double[101];
    for (int i = 0; i < x.length; i++) {
      x[i] = i / 100.0;
      y[i] = Math.pow(x[i], 0.2);
    }
    return new LineChart(
        "ROC curve",
        "The curve is far above the diagonal.",
        Axis.of("false positive rate"),
        Axis.of("true positive rate"),
        List.of(
            Series.of("model, AUC 0.83", x, y),
            Series.of("chance", new double[] {0, 1}, new double[] {0, 1})));
  }

  static LineChart rates() {
    double[] bits = {0.1, 0.25, 0.5, 1, 2};
    return new LineChart(
        "Rate and distortion",
        "Error falls with bits.",
        Axis.logarithmic("bits per value"),
        Axis.logarithmic("mean squared error"),
        List.of(
            Series.of("autoencoder", bits, new double[] {0.03, 0.017, 0.011, 0.0102, 0.0101}),
            Series.of("PCA", bits, new double[] {0.04, 0.024, 0.016, 0.0141, 0.0139}),
            Series.of("JPEG", bits, new double[] {0.09, 0.05, 0.024, 0.011, 0.004})));
  }

  static ImageRows images() {
    float[][] row = new float[12][28 * 28];
    for (int i = 0; i < row.length; i++) {
      for (int p = 0; p < row[i].length; p++) {
        row[i][p] = (float) Math.abs(Math.sin((p % 28) * (i + 1) * 0.05 + p * 0.004));
      }
    }
    return new ImageRows("Originals over reconstructions", "Twelve patterns, twice.", 28, 28, 1)
        .row("originals", row)
        .row("reconstructions", row);
  }
}
