package io.venturi.benchmarks;

import io.venturi.kernel.Backend;
import io.venturi.kernel.Matrices;
import io.venturi.kernel.Tensor;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** One large product on all cores: what the machine's BLAS can do at best. */
@Command(name = "sgemm", description = "Prints the core type and the rate of a 2048³ product.")
public final class Sgemm implements Callable<Integer> {

  private static final int SIZE = 2048;
  private static final int WARM_UPS = 3;
  private static final int RUNS = 9;

  Sgemm() {}

  @Override
  public Integer call() {
    System.out.printf(Locale.ROOT, "%s %.1f%n", Backend.describe().blasCore(), gigaflops());
    return 0;
  }

  /** The median rate of several products, in GFLOP/s. */
  public static double gigaflops() {
    Tensor a = Tensor.allocate(SIZE, SIZE);
    Tensor b = Tensor.allocate(SIZE, SIZE);
    Tensor c = Tensor.allocate(SIZE, SIZE);
    float[] row = new float[SIZE];
    for (int r = 0; r < SIZE; r++) {
      Arrays.fill(row, 1f / (r + 1));
      a.write(r * SIZE, row, SIZE);
      b.write(r * SIZE, row, SIZE);
    }
    double[] rates = new double[RUNS];
    Backend.withBlasThreads(
        Runtime.getRuntime().availableProcessors(),
        () -> {
          for (int run = -WARM_UPS; run < RUNS; run++) {
            long start = System.nanoTime();
            Matrices.multiply(SIZE, a, b, c, 0f);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (run >= 0) {
              rates[run] = 2.0 * SIZE * SIZE * SIZE / seconds / 1e9;
            }
          }
        });
    return Median.of(rates);
  }
}
