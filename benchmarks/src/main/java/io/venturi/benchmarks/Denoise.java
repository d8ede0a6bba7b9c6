package io.venturi.benchmarks;

import io.venturi.data.Dataset;
import io.venturi.data.Idx;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How well the quickstart's network takes Gaussian noise away from digits. */
@Command(
    name = "denoise",
    showDefaultValues = true,
    mixinStandardHelpOptions = true,
    description = "Trains the quickstart's network to take noise away from MNIST.")
final class Denoise implements Callable<Integer> {

  /** The noise of the test images. */
  private static final long NOISE_SEED = 7;

  @Option(names = "--data", required = true, description = "the folder with MNIST's four files")
  private Path data = Path.of(".");

  @Option(names = "--epochs", description = "how many times training goes through the images")
  private int epochs = 20;

  @Option(names = "--seeds", description = "how many seeds, from 1 on")
  private int seeds = 3;

  @Option(names = "--bound", description = "the mean error that is not to be passed")
  private double bound = 0.0150;

  @Override
  public Integer call() {
    Dataset train = Idx.images(data.resolve("train-images-idx3-ubyte.gz"));
    Dataset test = Idx.images(data.resolve("t10k-images-idx3-ubyte.gz"));
    Venturi venturi = Venturi.create();
    Dataset noisy = venturi.corrupt(FashionDenoiser.class, test, NOISE_SEED);
    float[][] clean = test.toArray();
    double sum = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      try (Model<FashionDenoiser> model =
          venturi
              .trainer(FashionDenoiser.class)
              .epochs(epochs)
              .batchSize(256)
              .seed(seed)
              .fit(train)
              .model()) {
        double error = error(model.reconstruct(noisy.toArray()), clean);
        System.out.printf(Locale.ROOT, "seed %d: %.5f%n", seed, error);
        sum += error;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "denoise: MSE of %d noisy test images to the clean ones %.4f, of their reconstructions"
            + " %.5f, mean of %d seeds, %d epochs (bound %.4f)%n",
        clean.length,
        error(noisy.toArray(), clean),
        sum / seeds,
        seeds,
        epochs,
        bound);
    return sum / seeds <= bound ? 0 : 1;
  }

  private static double error(float[][] rows, float[][] clean) {
    double sum = 0;
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < rows[r].length; i++) {
        double difference = (double) rows[r][i] - clean[r][i];
        sum += difference * difference;
      }
    }
    return sum / rows.length / rows[0].length;
  }
}
