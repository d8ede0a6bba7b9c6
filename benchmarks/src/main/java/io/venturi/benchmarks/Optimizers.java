package io.venturi.benchmarks;

import io.venturi.data.Dataset;
import io.venturi.model.Model;
import io.venturi.reduction.Pca;
import io.venturi.runtime.Venturi;
import io.venturi.samples.datasets.FashionMnist;
import io.venturi.train.Adam;
import io.venturi.train.AdamW;
import io.venturi.train.Optimizer;
import io.venturi.train.RmsProp;
import io.venturi.train.Schedule;
import io.venturi.train.Schedules;
import io.venturi.train.Sgd;
import io.venturi.train.Training;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How far every optimizer and every schedule gets with the quickstart's network and images: the
 * table in the guide.
 */
@Command(
    name = "optimizers",
    showDefaultValues = true,
    mixinStandardHelpOptions = true,
    description = "Trains the quickstart's network with every optimizer and every schedule.")
final class Optimizers implements Callable<Integer> {

  private static final int CODES = 32;

  /** What the quickstart is to stay below, as a share of PCA's error. */
  private static final double BOUND = 0.9;

  @Option(names = "--epochs", description = "how many times training goes through the images")
  private int epochs = 100;

  @Option(names = "--seed", description = "the seed of everything random")
  private long seed = 42;

  /**
   * A line of the table.
   *
   * @param optimizer as a user writes it
   * @param schedule as a user writes it
   */
  private record Setting(
      String optimizer, Optimizer rule, int batchSize, String schedule, Schedule rates) {}

  private static List<Setting> settings() {
    return List.of(
        optimizer("new Adam(1e-3)", new Adam(1e-3), 256),
        optimizer("new AdamW(1e-3, 0.01)", new AdamW(1e-3, 0.01), 256),
        new Setting(
            "new RmsProp(1e-3)",
            new RmsProp(1e-3),
            128,
            "warmUp(10).then(cosine())",
            Schedules.warmUp(10).then(Schedules.cosine())),
        optimizer("new Sgd(10)", new Sgd(10), 32),
        optimizer("new Sgd(5, 0.9)", new Sgd(5, 0.9), 256),
        optimizer("new Sgd(2, 0.9, true)", new Sgd(2, 0.9, true), 64),
        schedule("step(30, 0.5)", Schedules.step(30, 0.5)),
        schedule("exponential(0.98)", Schedules.exponential(0.98)),
        schedule("cosine()", Schedules.cosine()),
        schedule("cosine(0.1)", Schedules.cosine(0.1)),
        schedule("warmUp(5).then(cosine())", Schedules.warmUp(5).then(Schedules.cosine())));
  }

  private static Setting optimizer(String text, Optimizer rule, int batchSize) {
    return new Setting(text, rule, batchSize, "constant()", Schedules.constant());
  }

  private static Setting schedule(String text, Schedule rates) {
    return new Setting("new Adam(2e-3)", new Adam(2e-3), 256, text, rates);
  }

  @Override
  public Integer call() {
    Dataset train = FashionMnist.train();
    Dataset test = FashionMnist.test();
    double pca = Pca.fit(train, CODES).meanSquaredError(test);
    System.out.println("| optimizer | batch | schedule | test MSE | of PCA's |");
    System.out.println("|---|---|---|---|---|");
    int missed = 0;
    for (Setting setting : settings()) {
      double error = error(setting, train, test);
      missed += error < BOUND * pca ? 0 : 1;
      System.out.printf(
          Locale.ROOT,
          "| `%s` | %d | `%s` | %.5f | %.2f |%n",
          setting.optimizer(),
          setting.batchSize(),
          setting.schedule(),
          error,
          error / pca);
    }
    System.out.printf(
        Locale.ROOT,
        "optimizers: PCA-%d test MSE %.5f, %d epochs, seed %d, %d of %d settings below %.2f of it%n",
        CODES,
        pca,
        epochs,
        seed,
        settings().size() - missed,
        settings().size(),
        BOUND);
    return missed == 0 ? 0 : 1;
  }

  private double error(Setting setting, Dataset train, Dataset test) {
    Training<FashionAutoencoder> run =
        Venturi.create()
            .trainer(FashionAutoencoder.class)
            .epochs(epochs)
            .batchSize(setting.batchSize())
            .seed(seed)
            .optimizer(setting.rule())
            .schedule(setting.rates())
            .fit(train);
    try (Model<FashionAutoencoder> model = run.model()) {
      return model.meanSquaredError(test);
    }
  }
}
