package io.venturi.benchmarks;

import io.venturi.data.Dataset;
import io.venturi.runtime.Venturi;
import io.venturi.samples.datasets.FashionMnist;
import io.venturi.train.EpochMetrics;
import io.venturi.train.Training;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What Gaussian noise adds to a step, with and without taken in turns. */
@Command(
    name = "noise",
    showDefaultValues = true,
    mixinStandardHelpOptions = true,
    description = "Times a step of the quickstart's network with and without Gaussian noise.")
final class Noise implements Callable<Integer> {

  /** What it may add. */
  private static final double BOUND = 1.15;

  @Option(names = "--rounds", description = "how often each is trained, in turns")
  private int rounds = 7;

  @Option(names = "--epochs", description = "how many epochs each time; the first is left out")
  private int epochs = 6;

  @Option(names = "--threads", description = "how many threads train")
  private int threads = 2;

  @Override
  public Integer call() {
    Venturi venturi = Venturi.create();
    Dataset data = FashionMnist.train();
    double[] without = new double[rounds];
    double[] with = new double[rounds];
    double[] ratios = new double[rounds];
    step(venturi, FashionAutoencoder.class, data);
    step(venturi, FashionDenoiser.class, data);
    for (int round = 0; round < rounds; round++) {
      without[round] = step(venturi, FashionAutoencoder.class, data);
      with[round] = step(venturi, FashionDenoiser.class, data);
      ratios[round] = with[round] / without[round];
    }
    Arrays.sort(without);
    Arrays.sort(with);
    double ratio = Median.of(ratios);
    System.out.printf(
        Locale.ROOT,
        "noise: a step of 256 rows takes %.2f ms (at best %.2f), with Gaussian noise %.2f (%.2f);"
            + " ratio of medians %.3f, of the best %.3f, median of ratios %.3f (bound %.2f)%n",
        Median.of(without),
        without[0],
        Median.of(with),
        with[0],
        Median.of(with) / Median.of(without),
        with[0] / without[0],
        ratio,
        BOUND);
    return ratio <= BOUND ? 0 : 1;
  }

  /** Milliseconds of a step, of the fastest epoch. */
  private double step(Venturi venturi, Class<?> spec, Dataset data) {
    Training<?> run =
        venturi.trainer(spec).epochs(epochs).batchSize(256).threads(threads).fit(data);
    run.model().close();
    double seconds =
        run.history().epochs().stream()
            .skip(1)
            .mapToDouble(EpochMetrics::seconds)
            .min()
            .orElseThrow();
    return 1e3 * seconds / Math.ceil(data.size() / 256.0);
  }
}
