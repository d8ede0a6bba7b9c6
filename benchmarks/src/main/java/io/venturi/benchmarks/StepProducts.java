package io.venturi.benchmarks;

import io.venturi.kernel.Backend;
import io.venturi.kernel.Matrices;
import io.venturi.kernel.Tensor;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The matrix products of a training step and nothing else, with the BLAS of this process. */
@Command(
    name = "products",
    hidden = true,
    description = "Prints the BLAS, and the rate of the quickstart's products on one thread.")
final class StepProducts implements Callable<Integer> {

  /** The quickstart's widths, from input to output. */
  private static final int[] WIDTHS = {784, 256, 128, 32, 128, 256, 784};

  private static final int LAYERS = WIDTHS.length - 1;
  private static final int WARM_UPS = 5;
  private static final int ROUNDS = 21;

  /** Rows in all that go through the network in a round. */
  private static final int ROWS_A_ROUND = 2560;

  @Option(names = "--rows", description = "rows at a time, as many as a shard has")
  private int rows = 64;

  private final Tensor[] activations = new Tensor[WIDTHS.length];
  private final Tensor[] weights = new Tensor[LAYERS];

  StepProducts() {}

  @Override
  public Integer call() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < WIDTHS.length; i++) {
      activations[i] = random(rows, WIDTHS[i], random);
    }
    for (int i = 0; i < LAYERS; i++) {
      weights[i] = random(WIDTHS[i], WIDTHS[i + 1], random);
    }
    System.out.printf(
        Locale.ROOT,
        "%.2f %s core %s%n",
        gigaflops(),
        Backend.describe().blasLibrary(),
        Backend.describe().blasCore());
    return 0;
  }

  private double gigaflops() {
    Tensor[] gradients = new Tensor[LAYERS];
    Tensor[] outputs = new Tensor[WIDTHS.length];
    for (int i = 0; i < LAYERS; i++) {
      gradients[i] = Tensor.allocate(WIDTHS[i], WIDTHS[i + 1]);
    }
    for (int i = 0; i < WIDTHS.length; i++) {
      outputs[i] = Tensor.allocate(rows, WIDTHS[i]);
    }
    int steps = Math.max(1, ROWS_A_ROUND / rows);
    double[] rates = new double[ROUNDS];
    for (int round = -WARM_UPS; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (int step = 0; step < steps; step++) {
        for (int i = 0; i < LAYERS; i++) {
          Matrices.multiply(rows, activations[i], weights[i], outputs[i + 1], 0f);
        }
        for (int i = LAYERS - 1; i >= 0; i--) {
          Matrices.multiplyTransposedA(rows, activations[i], activations[i + 1], gradients[i], 0f);
          if (i > 0) {
            Matrices.multiplyTransposedB(rows, activations[i + 1], weights[i], outputs[i], 0f);
          }
        }
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      if (round >= 0) {
        rates[round] = Roof.MEGAFLOPS_PER_ROW * rows * steps / seconds / 1000;
      }
    }
    return Median.of(rates);
  }

  private static Tensor random(int rows, int columns, SplittableRandom random) {
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble() - 0.5f;
    }
    Tensor tensor = Tensor.allocate(rows, columns);
    tensor.write(0, values, values.length);
    return tensor;
  }
}
