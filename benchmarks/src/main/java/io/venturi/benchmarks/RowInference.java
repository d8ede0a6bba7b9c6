package io.venturi.benchmarks;

import io.venturi.data.Dataset;
import io.venturi.data.Scalers;
import io.venturi.model.Inference;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import java.util.ArrayList;
import java.util.Arrays;
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
      print(name, "encode, one row", nanos(encode, 1), bytes(encode));
      print(name, "score, one row", nanos(score, 1), bytes(score));
      print(name, "score, one row, " + threads + " threads", nanos(score, threads), -1);
      Calls many =
          count -> {
            double sum = 0;
            for (int i = 0; i < count; i += ROWS) {
              sum += inference.score(rows)[0];
            }
            return sum;
          };
      print(name, "score, " + ROWS + " rows together", nanos(many, 1), -1);
    }
  }

  /** Some calls, whose results go into one number so that none is left out. */
  private interface Calls {
    double run(int count);
  }

  /** The median over rounds of the time a call takes, of all threads' calls together. */
  private double nanos(Calls calls, int team) throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(team);
    try {
      int count = ROWS;
      double[] perCall = new double[ROUNDS];
      for (int round = -2; round < ROUNDS; round++) { // The first two warm up.
        long start = System.nanoTime();
        List<Future<Double>> running = new ArrayList<>();
        for (int t = 0; t < team; t++) {
          int each = count;
          running.add(pool.submit(() -> calls.run(each)));
        }
        for (Future<Double> each : running) {
          each.get();
        }
        double nanos = (double) (System.nanoTime() - start) / count / team;
        if (round >= 0) {
          perCall[round] = nanos;
        }
        count = (int) Math.max(ROWS, seconds * 1e9 / nanos / team) / ROWS * ROWS;
      }
      Arrays.sort(perCall);
      return perCall[ROUNDS / 2];
    } finally {
      pool.shutdown();
    }
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

  private static void print(String name, String what, double nanos, double bytes) {
    System.out.printf(
        Locale.ROOT,
        "%s: %s: %.2f µs a row%s%n",
        name,
        what,
        nanos / 1000,
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
