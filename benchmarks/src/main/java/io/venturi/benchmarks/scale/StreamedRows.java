package io.venturi.benchmarks.scale;

import io.venturi.benchmarks.SmallTable;
import io.venturi.data.RowStream;
import io.venturi.runtime.Venturi;
import io.venturi.train.History;
import io.venturi.train.StepMetrics;
import io.venturi.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/**
 * A program that trains a small network for one epoch on rows that are made while they are read,
 * and prints how long that took and how much memory there was in use at most.
 */
final class StreamedRows {

  static final int WIDTH = 30;

  private static final int WARM_UP_ROWS = 300_000;
  private static final double MEBIBYTE = 1 << 20;

  private StreamedRows() {}

  /** With the number of rows. Prints seconds, MiB of heap and MiB of resident memory. */
  public static void main(String[] args) throws IOException {
    long rows = Long.parseLong(args[0]);
    long warmUp = Math.min(rows, WARM_UP_ROWS);
    train(warmUp, (int) (WARM_UP_ROWS / warmUp), new Peak());
    Peak peak = new Peak();
    History history = train(rows, 1, peak);
    System.out.printf(
        Locale.ROOT, "%.6f %.1f %.1f%n", history.seconds(), peak.heap / MEBIBYTE, resident());
  }

  private static History train(long rows, int epochs, Peak peak) {
    var run =
        Venturi.create()
            .trainer(SmallTable.class)
            .epochs(epochs)
            .listener(peak)
            .fit(RowStream.of("made-up rows", () -> new MadeUp(rows), WIDTH));
    run.model().close();
    return run.history();
  }

  /** The most that this process has had in memory, in MiB; NaN where the system does not say. */
  private static double resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return Double.NaN;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** The most heap in use after any step, garbage included. */
  private static final class Peak implements TrainingListener {

    private long heap;

    @Override
    public void stepFinished(StepMetrics metrics) {
      Runtime runtime = Runtime.getRuntime();
      heap = Math.max(heap, runtime.totalMemory() - runtime.freeMemory());
    }
  }

  /** Random rows, all in one array. */
  private static final class MadeUp implements Iterator<float[]> {

    private final SplittableRandom random = new SplittableRandom(1);
    private final float[] row = new float[WIDTH];
    private long left;

    MadeUp(long rows) {
      left = rows;
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public float[] next() {
      if (left == 0) {
        throw new NoSuchElementException();
      }
      left--;
      for (int i = 0; i < WIDTH; i++) {
        row[i] = (float) random.nextDouble();
      }
      return row;
    }
  }
}
