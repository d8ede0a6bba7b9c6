package io.venturi.data;

/** Mean 0 and standard deviation 1. */
record StandardScaler() implements Scaler {

  @Override
  public Scaling fit(Dataset rows) {
    return Chunks.feed(rows, start(rows.name(), rows.width()));
  }

  @Override
  public RunningFit start(String name, int width) {
    return new Moments(name, width);
  }

  @Override
  public String toString() {
    return "standard";
  }

  /** Welford's running mean and sum of squared differences from it; exact for constants. */
  private final class Moments implements RunningFit {

    private final String name;
    private final double[] mean;
    private final double[] squares;
    private final long[] missing;
    private long rowsSeen;

    Moments(String name, int width) {
      this.name = name;
      this.mean = new double[width];
      this.squares = new double[width];
      this.missing = new long[width];
    }

    @Override
    public void add(float[] rows, int count) {
      int width = mean.length;
      for (int r = 0; r < count; r++) {
        rowsSeen++;
        double share = 1.0 / rowsSeen;
        for (int i = 0; i < width; i++) {
          double x = rows[r * width + i];
          if (Double.isNaN(x)) {
            missing[i]++;
            continue;
          }
          double difference = x - mean[i];
          mean[i] += missing[i] == 0 ? difference * share : difference / (rowsSeen - missing[i]);
          squares[i] += difference * (x - mean[i]);
        }
      }
    }

    @Override
    public Scaling finish() {
      float[] center = new float[mean.length];
      float[] scale = new float[mean.length];
      for (int i = 0; i < mean.length; i++) {
        center[i] = (float) mean[i];
        Scaling.requireObserved(missing[i] < rowsSeen, StandardScaler.this.toString(), name, i);
        scale[i] = (float) Scaling.divisor(Math.sqrt(squares[i] / (rowsSeen - missing[i])));
      }
      return Scaling.fitted(StandardScaler.this.toString(), name, center, scale);
    }
  }
}
