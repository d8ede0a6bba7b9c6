package io.venturi.benchmarks.scale;

import io.venturi.benchmarks.FashionAutoencoder;
import io.venturi.benchmarks.SmallTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Trainings that differ in one size.
 *
 * @param name what the command line calls it
 * @param title what it shows, in a few words
 * @param description what to read from it
 * @param size what is on the axis across
 * @param logarithmic whether equal distances are equal factors, up as far as there are any
 * @param cases the trainings, each curve's in the order of their sizes
 */
record Sweep(
    String name,
    String title,
    String description,
    String size,
    boolean logarithmic,
    List<Case> cases) {

  private static final int BATCH = 256;
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  Sweep {
    cases = List.copyOf(cases);
  }

  static List<Sweep> all() {
    return List.of(features(), code(), depth(), batch(), threads());
  }

  private static Sweep features() {
    return new Sweep(
        "features",
        "Cost of a row by its features",
        "Microseconds a row of n-128-8-128-n: grows as n where the wide layers count most.",
        "features",
        true,
        IntStream.of(10, 32, 100, 316, 1000, 3162, 10_000)
            .mapToObj(n -> new Case("n-128-8-128-n", n, Networks.AnyWidth.class, n, BATCH))
            .toList());
  }

  private static Sweep code() {
    return new Sweep(
        "code",
        "Cost of a row by the size of its code",
        "Microseconds a row of 256-n-256: grows as n once the products count most.",
        "numbers of a code",
        true,
        List.of(
            code(2, Networks.Code2.class),
            code(8, Networks.Code8.class),
            code(32, Networks.Code32.class),
            code(128, Networks.Code128.class)));
  }

  private static Case code(int size, Class<?> spec) {
    return new Case("256-n-256", size, spec, 256, BATCH);
  }

  private static Sweep depth() {
    return new Sweep(
        "depth",
        "Cost of a row by the depth of the network",
        "Microseconds a row of layers of 128 units around a code of 32: grows as their number.",
        "layers",
        false,
        List.of(
            depth(4, Networks.Depth4.class),
            depth(6, Networks.Depth6.class),
            depth(10, Networks.Depth10.class),
            depth(18, Networks.Depth18.class)));
  }

  private static Case depth(int layers, Class<?> spec) {
    return new Case("128-…-32-…-128", layers, spec, 128, BATCH);
  }

  private static Sweep batch() {
    return new Sweep(
        "batch",
        "Cost of a row by the batch",
        "Microseconds a row over the rows of a batch: what a step costs whatever it has of rows,"
            + " the optimizer above all, is shared by more.",
        "rows of a batch",
        true,
        IntStream.of(8, 32, 128, 512, 2048)
            .boxed()
            .flatMap(rows -> Stream.of(dense("dense", rows, PROCESSORS), tabular(rows)))
            .toList());
  }

  private static Sweep threads() {
    List<Case> cases = new ArrayList<>();
    for (int threads = 1; threads <= PROCESSORS; threads *= 2) {
      for (int rows : new int[] {32, 128, 512, 2048}) {
        cases.add(dense(threads == 1 ? "1 thread" : threads + " threads", rows, threads));
      }
    }
    return new Sweep(
        "threads",
        "Cost of a row by threads, dense",
        "Microseconds a row over the rows of a batch, on one thread and on several: the more work"
            + " a batch is, the more threads share it.",
        "rows of a batch",
        true,
        cases);
  }

  private static Case dense(String curve, int batch, int threads) {
    return new Case(curve, batch, FashionAutoencoder.class, 784, batch, threads);
  }

  private static Case tabular(int batch) {
    return new Case("tabular", batch, SmallTable.class, 30, batch, PROCESSORS);
  }

  /** Measures every training and prints a line of each. */
  SweepResult run(Pace pace) {
    Map<Case, Cost> costs = new LinkedHashMap<>();
    for (Case one : cases) {
      Cost cost = Cost.of(one, pace);
      System.out.printf(
          Locale.ROOT,
          "scale %s: %s, %d %s: %.3f µs a row, %.1f GFLOP/s%n",
          name,
          one.series(),
          one.size(),
          size,
          cost.microsPerRow(),
          cost.gigaflops());
      costs.put(one, cost);
    }
    return new SweepResult(this, costs);
  }
}
