package io.venturi.benchmarks.peers.task;

/** What figures are in. */
public enum Unit {
  ROWS_PER_SECOND("rows/s", true, "%.0f"),
  GIGAFLOPS("GFLOP/s", true, "%.1f"),
  MICROSECONDS("µs", false, "%.2f");

  private final String symbol;
  private final boolean moreIsFaster;
  private final String format;

  Unit(String symbol, boolean moreIsFaster, String format) {
    this.symbol = symbol;
    this.moreIsFaster = moreIsFaster;
    this.format = format;
  }

  /** How many times as fast {@code ours} is. */
  public double ratio(double ours, double theirs) {
    return moreIsFaster ? ours / theirs : theirs / ours;
  }

  /** How a figure is printed, for {@code String.format}. */
  public String format() {
    return format;
  }

  @Override
  public String toString() {
    return symbol;
  }
}
