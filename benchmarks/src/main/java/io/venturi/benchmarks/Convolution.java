package io.venturi.benchmarks;

import io.venturi.data.Dataset;
import io.venturi.data.Idx;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import io.venturi.train.Adam;
import io.venturi.train.ConsoleProgress;
import io.venturi.train.EpochMetrics;
import io.venturi.train.Training;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Convolutions beside ND4J's operation, and what a convolutional autoencoder reaches. */
@Command(
    name = "convolution",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Compares convolutions with ND4J's operation; with --data, trains on images.")
final class Convolution implements Callable<Integer> {

  private static final int BATCH = 128;

  @Option(names = "--data", description = "a folder with Fashion-MNIST's four files")
  private @Nullable Path data;

  @Option(names = "--epochs", description = "epochs of training")
  private int epochs = 10;

  @Option(names = "--seeds", split = ",", description = "one training for each")
  private List<Long> seeds = List.of(1L, 2L, 3L);

  Convolution() {}

  @Override
  public Integer call() {
    if (data == null) {
      ConvolutionOps.compare();
      return 0;
    }
    Dataset train = Idx.images(data.resolve("train-images-idx3-ubyte.gz"));
    Dataset test = Idx.images(data.resolve("t10k-images-idx3-ubyte.gz"));
    double[] errors = seeds.stream().mapToDouble(seed -> error(seed, train, test)).toArray();
    System.out.printf(
        Locale.ROOT,
        "convolution: test MSE %.5f, the mean of seeds %s%n",
        Arrays.stream(errors).average().orElseThrow(),
        seeds);
    return 0;
  }

  private double error(long seed, Dataset train, Dataset test) {
    Training<ConvolutionalAutoencoder> run =
        Venturi.create()
            .trainer(ConvolutionalAutoencoder.class)
            .epochs(epochs)
            .batchSize(BATCH)
            .optimizer(new Adam(1e-3))
            .seed(seed)
            .listener(new ConsoleProgress())
            .fit(train);
    try (Model<ConvolutionalAutoencoder> model = run.model()) {
      double error = model.meanSquaredError(test);
      System.out.printf(
          Locale.ROOT,
          "seed %d: test MSE %.5f, %.0f rows/s%n",
          seed,
          error,
          run.history().epochs().stream()
              .mapToDouble(EpochMetrics::rowsPerSecond)
              .sorted()
              .skip(epochs / 2)
              .findFirst()
              .orElseThrow());
      return error;
    }
  }
}
