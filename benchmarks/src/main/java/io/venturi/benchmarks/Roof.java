package io.venturi.benchmarks;

import io.venturi.kernel.Backend;
import io.venturi.runtime.Venturi;
import io.venturi.train.Adam;
import io.venturi.train.ConsoleProgress;
import io.venturi.train.EpochMetrics;
import io.venturi.train.StepMetrics;
import io.venturi.train.Training;
import io.venturi.train.TrainingListener;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Training's rate beside that of one large matrix product with the fastest kernels. */
@Command(
    name = "roof",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Compares the training of the quickstart's spec with a 2048³ sgemm on all cores.")
public final class Roof implements Callable<Integer> {

  /**
   * Matrix products alone: forward, weight gradients, and input gradients but of the first layer.
   */
  public static final double MEGAFLOPS_PER_ROW = 2.449;

  private static final int BATCH = 256;

  @Option(names = "--epochs", description = "epochs of training, the first two not counted")
  private int epochs = 7;

  Roof() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    FastestCore roof = FastestCore.find();
    Epochs timed = new Epochs();
    Training<FashionAutoencoder> run =
        Venturi.create()
            .trainer(FashionAutoencoder.class)
            .epochs(epochs)
            .batchSize(BATCH)
            .optimizer(new Adam(1e-3))
            .listener(new ConsoleProgress())
            .listener(timed)
            .fit(Images.bundled());
    double rowsPerSecond =
        Median.of(
            run.history().epochs().stream()
                .skip(Math.min(2, epochs - 1))
                .map(EpochMetrics::rowsPerSecond)
                .toList());
    double training = rowsPerSecond * MEGAFLOPS_PER_ROW / 1000;
    System.err.printf(
        "training ran with core %s on %d threads%n",
        Backend.describe().blasCore(), Runtime.getRuntime().availableProcessors());
    System.out.printf(
        Locale.ROOT, "heap per training step after warm-up: %d bytes%n", timed.bytesPerStep());
    System.out.printf(
        Locale.ROOT,
        "roof: core %s, sgemm %.1f GFLOP/s, training %.1f GFLOP/s, %.0f rows/s, ratio %.3f%n",
        roof.core(),
        roof.gigaflops(),
        training,
        rowsPerSecond,
        training / roof.gigaflops());
    return 0;
  }

  /** Heap put on by the training threads between the ends of the second and the last epoch. */
  private static final class Epochs implements TrainingListener {

    private final HeapMeter meter = new HeapMeter();
    private long start;
    private long end;
    private long steps;

    @Override
    public void stepFinished(StepMetrics metrics) {
      if (metrics.epoch() > 2) {
        steps++;
      }
    }

    @Override
    public void epochFinished(EpochMetrics metrics) {
      end = meter.allocated();
      if (metrics.epoch() == 2) {
        start = end;
      }
    }

    long bytesPerStep() {
      return steps == 0 ? -1 : (end - start) / steps;
    }
  }
}
