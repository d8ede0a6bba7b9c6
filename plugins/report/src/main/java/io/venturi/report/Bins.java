package io.venturi.report;

import io.venturi.application.report.Axis;

/** Bins of equal width, or of equal factors on a logarithmic axis. */
final class Bins {

  private static final int FEWEST = 10;
  private static final int MOST = 60;

  private final boolean logarithmic;
  private final double low;
  private final double width;
  private final int count;

  /**
   * @param shown what the values reach
   * @param largest values of the largest sample
   */
  Bins(Axis axis, Shown shown, int largest) {
    this.logarithmic = axis.logarithmic();
    this.count = (int) Math.max(FEWEST, Math.min(MOST, Math.round(Math.sqrt(largest))));
    this.low = place(shown.from());
    this.width = (place(shown.to()) - low) / count;
  }

  private double place(double value) {
    return logarithmic ? Math.log10(value) : value;
  }

  /** The share of the values in each bin; of those that the axis can show. */
  double[] shares(double[] values) {
    double[] shares = new double[count];
    for (double value : values) {
      int bin = (int) Math.floor((place(value) - low) / width);
      shares[Math.max(0, Math.min(count - 1, bin))] += 1.0 / values.length;
    }
    return shares;
  }

  /** Where a bin begins, or, of the count of bins, where the last one ends. */
  double edge(int bin) {
    double edge = low + bin * width;
    return logarithmic ? Math.pow(10, edge) : edge;
  }

  int count() {
    return count;
  }
}
