package io.venturi.benchmarks;

import io.venturi.contractive.Contraction;
import io.venturi.data.Dataset;
import io.venturi.data.download.ImageSet;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import io.venturi.train.Adam;
import io.venturi.train.EpochMetrics;
import io.venturi.train.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a penalty on the encoder's Jacobian does on MNIST, and what it costs: the guide's table. */
@Command(
    name = "contractive",
    showDefaultValues = true,
    mixinStandardHelpOptions = true,
    description = "Trains the quickstart's network with and without @Contractive on MNIST.")
final class ContractiveModels implements Callable<Integer> {

  /** What contraction is to be at most, as a share of that without the penalty. */
  private static final double MOST_CONTRACTION = 0.5;

  /** What the error is to be at most, as a multiple of that without the penalty. */
  private static final double MOST_ERROR = 1.25;

  @Option(
      names = "--data",
      description = "the folder with MNIST's files; without it they are looked for, or downloaded")
  private @Nullable Path data;

  @Option(names = "--epochs", description = "how many times training goes through the images")
  private int epochs = 20;

  @Option(names = "--seeds", description = "how many seeds, from 1 on, figures are means of")
  private int seeds = 3;

  @Option(names = "--exact", description = "also with the norm itself, which takes much longer")
  private boolean exact;

  /** Means over the seeds. */
  private record Line(double error, double norm, double variance, double relative, double seconds) {

    void print(String name) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %.5f | %.1f | %.1f | %.2f | %.2f |%n",
          name,
          error,
          norm,
          variance,
          relative,
          seconds);
    }
  }

  @Override
  public Integer call() {
    ImageSet images = data == null ? ImageSet.mnist() : ImageSet.in(data);
    System.out.println("| | test MSE | squared norm | variance | relative | s an epoch |");
    System.out.println("|---|---|---|---|---|---|");
    Line vanilla = line("no penalty", FashionAutoencoder.class, images);
    Line tied = line("no penalty, tied", ContractiveSpecs.Tied.class, images);
    int missed = 0;
    missed += missed(vanilla, line("penalty", ContractiveSpecs.Estimated.class, images));
    missed += missed(tied, line("penalty, tied", ContractiveSpecs.TiedEstimated.class, images));
    if (exact) {
      missed += missed(vanilla, line("exact penalty", ContractiveSpecs.Exact.class, images));
    }
    System.out.printf(
        Locale.ROOT,
        "contractive: %d epochs, %d seeds, %d missed the bound (relative norm at most %.2f of that"
            + " without the penalty, test MSE at most %.2f of it)%n",
        epochs,
        seeds,
        missed,
        MOST_CONTRACTION,
        MOST_ERROR);
    return missed == 0 ? 0 : 1;
  }

  private static int missed(Line without, Line with) {
    boolean kept =
        with.relative() <= MOST_CONTRACTION * without.relative()
            && with.error() <= MOST_ERROR * without.error();
    return kept ? 0 : 1;
  }

  private Line line(String name, Class<?> spec, ImageSet images) {
    Dataset test = images.test();
    double[] sums = new double[5];
    for (int seed = 1; seed <= seeds; seed++) {
      Training<?> run =
          Venturi.create()
              .trainer(spec)
              .epochs(epochs)
              .batchSize(256)
              .optimizer(new Adam(1e-3))
              .seed(seed)
              .fit(images.train());
      List<EpochMetrics> metrics = run.history().epochs();
      try (Model<?> model = run.model()) {
        Contraction contraction = Contraction.of(model, test);
        sums[0] += model.meanSquaredError(test);
        sums[1] += contraction.squaredNorm();
        sums[2] += contraction.variance();
        sums[3] += contraction.relative();
      }
      sums[4] += metrics.stream().mapToDouble(EpochMetrics::seconds).min().orElse(0);
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= seeds;
    }
    Line line = new Line(sums[0], sums[1], sums[2], sums[3], sums[4]);
    line.print(name);
    return line;
  }
}
