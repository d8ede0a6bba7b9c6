package io.venturi.benchmarks;

import io.venturi.data.Dataset;
import io.venturi.data.Scalers;
import io.venturi.model.Inference;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long one row takes, alone and among others, and what it puts on the heap. */
@Command(
    name = "inference",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Times encoding and scoring of one row at a time, on one thread and on several.")
final class RowInference implements Callable<Integer> {

  private static final int ROWS = 1024;
  private static final int ROUNDS = 7;

  @Option(names = "--seconds", description = "about how long each round takes")
  private double seconds = 0.5;

  @Option(names = "--threads", description = "threads that share one model")
  private int threads = Runtime.getRuntime().availableProcessors();

  RowInference() {}

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    measure("30-16-8-16-30", SmallTable.class, 30, 8);
    measure("784-256-128-32-128-256-784", FashionAutoencoder.class, 784, 32);
    return 0;
  }

  private void measure(String name, Class<?> spec, int inputs, int codes)
      throws InterruptedException, ExecutionException {
    float[][] rows = rows(inputs);
    try (Model<?> model =
        Venturi.create()
            .trainer(spec)
            .epochs(1)
            .scaler(Scalers.minMax())
            .fit(Dataset.of(rows))
            .model()) {
      Inference inference = model.inference();
      Calls encode =
          count -> {
            float[] code = new float[codes];
            for (int i = 0; i < count; i++) {
              inference.encode(rows[i % ROWS], code);
            }
            return code[0];
          };
      Calls score =
          count -> {
            double sum = 0;
            for (int i = 0; i < count; i++) {
              sum += inference.score(rows[i % ROWS]);
            }
            return sum;
          };
      print(name, "encode, one row", time(encode, 1), bytes(encode));
      print(name, "score, one row", time(score, 1), bytes(score));
      print(name, "score, one row, " + threads + " threads", time(score, threads), -1);
      Calls many =
          count -> {
            double sum = 0;
            for (int i = 0; i < count; i += ROWS) {
              sum += inference.score(rows)[0];
            }
            return sum;
          };
      System.out.printf(
          Locale.ROOT,
          "%s: score, %d rows together: %.2f µs a row%n",
          name,
          ROWS,
          time(many, 1).elapsed() / 1000);
    }
  }

  /** Some calls, whose results go into one number so that none is left out. */
  private interface Calls {
    double run(int count);
  }

  /**
   * Nanoseconds a row: of the clock, all threads' rows together, and of the processors that they
   * had.
   */
  private record Time(double elapsed, double cpu) {}

  /** The median round by the clock. */
  private Time time(Calls calls, int team) throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(team);
    try {
      int count = ROWS;
      List<Time> rounds = new ArrayList<>();
      for (int round = -2; round < ROUNDS; round++) { // The first two warm up.
        int each = count;
        long start = System.nanoTime();
        List<Future<Long>> running = new ArrayList<>();
        for (int t = 0; t < team; t++) {
          running.add(pool.submit(() -> cpuOf(calls, each)));
        }
        long cpu = 0;
        for (Future<Long> one : running) {
          cpu += one.get();
        }
        double rows = (double) count * team;
        Time time = new Time((System.nanoTime() - start) / rows, cpu / rows);
        if (round >= 0) {
          rounds.add(time);
        }
        count = (int) Math.max(ROWS, seconds * 1e9 / time.elapsed() / team) / ROWS * ROWS;
      }
      rounds.sort(Comparator.comparingDouble(Time::elapsed));
      return rounds.get(ROUNDS / 2);
    } finally {
      pool.shutdown();
    }
  }

  private static long cpuOf(Calls calls, int count) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    double result = calls.run(count);
    if (Double.isNaN(result)) {
      throw new IllegalStateException("a score is no number");
    }
    return threads.getCurrentThreadCpuTime() - start;
  }

  private static double bytes(Calls calls) {
    HeapMeter meter = new HeapMeter();
    double unused = calls.run(ROWS);
    long start = meter.allocated();
    unused += calls.run(0);
    long once = meter.allocated() - start;
    start = meter.allocated();
    unused += calls.run(100 * ROWS);
    long all = meter.allocated() - start;
    return Double.isNaN(unused) ? Double.NaN : Math.max(0, (double) (all - once) / (100 * ROWS));
  }

  private static void print(String name, String what, Time time, double bytes) {
    System.out.printf(
        Locale.ROOT,
        "%s: %s: %.2f µs a row, %.2f µs of a processor%s%n",
        name,
        what,
        time.elapsed() / 1000,
        time.cpu() / 1000,
        bytes < 0 ? "" : String.format(Locale.ROOT, ", %.1f bytes of heap", bytes));
  }

  private static float[][] rows(int width) {
    SplittableRandom random = new SplittableRandom(1);
    float[][] rows = new float[ROWS][width];
    for (float[] row : rows) {
      for (int i = 0; i < width; i++) {
        row[i] = (float) random.nextDouble();
      }
    }
    return rows;
  }
}
