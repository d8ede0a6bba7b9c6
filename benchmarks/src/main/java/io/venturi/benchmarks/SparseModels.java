package io.venturi.benchmarks;

import io.venturi.data.Dataset;
import io.venturi.data.download.ImageSet;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import io.venturi.sparse.Sparsity;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What each way to sparse codes does on MNIST: the guide's table. */
@Command(
    name = "sparse",
    showDefaultValues = true,
    mixinStandardHelpOptions = true,
    description = "Trains the quickstart's network with a sparse code of 128 on MNIST.")
final class SparseModels implements Callable<Integer> {

  private static final double LEAST_ACTIVATION = 0.04;
  private static final double MOST_ACTIVATION = 0.06;
  private static final double MOST_ERROR = 0.012;

  /** How much better denoising is to be than the mean image. */
  private static final double GAIN = 3;

  private static final long NOISE_SEED = 1;

  @Option(
      names = "--data",
      description = "the folder with MNIST's files; without it they are looked for, or downloaded")
  private @Nullable Path data;

  @Option(names = "--epochs", description = "how many times training goes through the images")
  private int epochs = 20;

  @Option(names = "--seeds", description = "how many seeds, from 1 on")
  private int seeds = 3;

  private int missed;

  @Override
  public Integer call() {
    ImageSet images = data == null ? ImageSet.mnist() : ImageSet.in(data);
    System.out.println("| | seed | test MSE | mean | ‖z‖₁ | sparseness | dead |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (int seed = 1; seed <= seeds; seed++) {
      line("sigmoid", SparseSpecs.Plain.class, images, seed);
      line("sigmoid, kl", SparseSpecs.Kl.class, images, seed);
      line("ReLU", SparseSpecs.Relus.class, images, seed);
      line("ReLU, l1", SparseSpecs.Small.class, images, seed);
      line("ReLU, tied", SparseSpecs.TiedRelus.class, images, seed);
      line("ReLU, tied, l1", SparseSpecs.TiedSmall.class, images, seed);
      line("linear, topK", SparseSpecs.Ten.class, images, seed);
      line("sigmoid, kl, denoising", SparseSpecs.DenoisingKl.class, images, seed);
    }
    System.out.printf(
        Locale.ROOT,
        "sparse: %d epochs, %d seeds, %d missed a bound (with kl mean activation in [%.2f, %.2f] and"
            + " test MSE at most %.3f; denoised test MSE at most 1/%.0f of the mean image's)%n",
        epochs,
        seeds,
        missed,
        LEAST_ACTIVATION,
        MOST_ACTIVATION,
        MOST_ERROR,
        GAIN);
    return missed == 0 ? 0 : 1;
  }

  private void line(String name, Class<?> spec, ImageSet images, int seed) {
    Dataset test = images.test();
    try (Model<?> model =
        Venturi.create()
            .trainer(spec)
            .epochs(epochs)
            .batchSize(256)
            .seed(seed)
            .fit(images.train())
            .model()) {
      Sparsity sparsity = Sparsity.of(model, test);
      double error = model.meanSquaredError(test);
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %.5f | %.4f | %.2f | %.3f | %d |%n",
          name,
          seed,
          error,
          sparsity.meanActivation(),
          size(model.encode(test.toArray())),
          sparsity.sparseness(),
          sparsity.deadUnits());
      if (spec == SparseSpecs.Kl.class) {
        boolean kept =
            sparsity.meanActivation() >= LEAST_ACTIVATION
                && sparsity.meanActivation() <= MOST_ACTIVATION
                && error <= MOST_ERROR;
        missed += kept ? 0 : 1;
      }
      if (spec == SparseSpecs.DenoisingKl.class) {
        denoise(model, images);
      }
    }
  }

  private void denoise(Model<?> model, ImageSet images) {
    float[][] clean = images.test().toArray();
    Dataset noisy =
        Venturi.create().corrupt(SparseSpecs.DenoisingKl.class, images.test(), NOISE_SEED);
    double denoised = error(model.reconstruct(noisy.toArray()), clean);
    double mean = error(meanImage(images.train().toArray(), clean.length), clean);
    System.out.printf(
        Locale.ROOT,
        "  of noisy test images to the clean ones: %.5f; of the mean training image: %.5f%n",
        denoised,
        mean);
    missed += GAIN * denoised <= mean ? 0 : 1;
  }

  private static double size(float[][] codes) {
    double sum = 0;
    for (float[] code : codes) {
      for (float value : code) {
        sum += Math.abs(value);
      }
    }
    return sum / codes.length;
  }

  /** The mean of the rows, as often as asked for. */
  private static float[][] meanImage(float[][] rows, int count) {
    double[] sums = new double[rows[0].length];
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        sums[i] += row[i];
      }
    }
    float[] mean = new float[sums.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (sums[i] / rows.length);
    }
    float[][] means = new float[count][];
    Arrays.fill(means, mean);
    return means;
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
