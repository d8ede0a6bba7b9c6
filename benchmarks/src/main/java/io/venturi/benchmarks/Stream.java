package io.venturi.benchmarks;

import io.venturi.data.Csv;
import io.venturi.data.RowStream;
import io.venturi.runtime.Venturi;
import io.venturi.train.StepMetrics;
import io.venturi.train.Training;
import io.venturi.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One epoch over a CSV file larger than memory, and the memory that it takes meanwhile. */
@Command(
    name = "stream",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description =
        "Trains on CSV text that is made while it is read and never kept. Give it little memory:"
            + " -Dvm.args=-Xmx512m.")
final class Stream implements Callable<Integer> {

  private static final long GIGABYTE = 1_000_000_000;
  private static final double MEBIBYTE = 1 << 20;

  @Option(names = "--gigabytes", description = "length of the text, in 10^9 bytes")
  private double gigabytes = 1;

  @Option(names = "--window", description = "rows that are shuffled together; 0: the default")
  private int window;

  @Option(names = "--batch", description = "rows of one step")
  private int batchSize = 256;

  @Option(names = "--threads", description = "how many threads train, beside the one that reads")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--read-only", description = "reads the rows and does not train")
  private boolean readOnly;

  Stream() {}

  @Override
  public Integer call() {
    long bytes = (long) (gigabytes * GIGABYTE);
    RowStream rows =
        Csv.stream("made-up.csv", () -> new SensorText(bytes, 1), Csv.Options.defaults());
    System.out.printf(
        Locale.ROOT,
        "%.1f GB of CSV, %d columns, heap of at most %.0f MiB%n",
        gigabytes,
        SensorText.WIDTH,
        Runtime.getRuntime().maxMemory() / MEBIBYTE);
    if (readOnly) {
      read(rows);
      return 0;
    }
    Meter meter = new Meter();
    var trainer =
        Venturi.create()
            .trainer(Sensors.class)
            .epochs(1)
            .batchSize(batchSize)
            .threads(threads)
            .listener(meter);
    if (window > 0) {
      trainer.shuffleWindow(window);
    }
    Training<Sensors> run = trainer.fit(rows);
    System.out.printf(
        Locale.ROOT,
        "stream: %d rows in %.1f s, %.0f rows/s, loss %.5f, peak of the resident size %s%n",
        run.history().last().rows(),
        run.history().seconds(),
        run.history().rowsPerSecond(),
        run.history().last().loss(),
        resident("VmHWM"));
    return 0;
  }

  private static void read(RowStream rows) {
    long start = System.nanoTime();
    long count = 0;
    try (RowStream.Cursor cursor = rows.open()) {
      float[] block = new float[256 * SensorText.WIDTH];
      for (int n = cursor.read(block, 0, 256); n > 0; n = cursor.read(block, 0, 256)) {
        count += n;
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT, "read %d rows in %.1f s, %.0f rows/s%n", count, seconds, count / seconds);
  }

  /** A figure of this process; absent where the system does not say. */
  private static String resident(String field) {
    try {
      List<String> lines = Files.readAllLines(Path.of("/proc/self/status"));
      for (String line : lines) {
        if (line.startsWith(field + ":")) {
          double kibibytes = Double.parseDouble(line.replaceAll("\\D", ""));
          return String.format(Locale.ROOT, "%.0f MiB", kibibytes / 1024);
        }
      }
    } catch (IOException e) {
      return "not known here";
    }
    return "not known here";
  }

  /** Says after each gigabyte how things are. */
  private static final class Meter implements TrainingListener {

    private final long start = System.nanoTime();
    private long gigabytesDone;

    @Override
    public void stepFinished(StepMetrics metrics) {
      long done = metrics.rows() * SensorText.ROW_BYTES / GIGABYTE;
      if (done > gigabytesDone) {
        gigabytesDone = done;
        double seconds = (System.nanoTime() - start) / 1e9;
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
            Locale.ROOT,
            "%2d GB: %9d rows, %7.0f rows/s, heap used %3.0f of %3.0f MiB, resident %s%n",
            gigabytesDone,
            metrics.rows(),
            metrics.rows() / seconds,
            (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE,
            runtime.totalMemory() / MEBIBYTE,
            resident("VmRSS"));
      }
    }
  }
}
