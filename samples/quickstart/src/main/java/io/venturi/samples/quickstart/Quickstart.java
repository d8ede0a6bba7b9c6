package io.venturi.samples.quickstart;

import io.venturi.data.Dataset;
import io.venturi.model.Model;
import io.venturi.reduction.Pca;
import io.venturi.runtime.Venturi;
import io.venturi.samples.datasets.FashionMnist;
import io.venturi.samples.datasets.ImageGrid;
import io.venturi.samples.datasets.Samples;
import io.venturi.train.Adam;
import io.venturi.train.ConsoleProgress;
import io.venturi.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains {@link FashionAutoencoder} on 8,000 images and compares it with PCA on 2,000 others. */
@Command(
    name = "quickstart",
    showDefaultValues = true,
    description = "Trains an autoencoder on bundled Fashion-MNIST images and compares it with PCA.")
public final class Quickstart implements Callable<Integer> {

  private static final int CODES = 32;
  private static final int SHOWN = 12;

  @Option(names = "--epochs", description = "how many times training goes through the images")
  private int epochs = 100;

  @Option(names = "--seed", description = "the seed of everything random")
  private long seed = 42;

  @Option(names = "--threads", description = "how many threads train")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--out", description = "the folder for the model and the picture")
  private Path out = Path.of("target", "quickstart");

  Quickstart() {}

  public static void main(String[] args) {
    System.exit(Samples.run(new Quickstart(), args));
  }

  @Override
  public Integer call() throws IOException {
    Dataset train = FashionMnist.train();
    Dataset test = FashionMnist.test();

    Venturi venturi = Venturi.create();
    Training<FashionAutoencoder> run =
        venturi
            .trainer(FashionAutoencoder.class)
            .epochs(epochs)
            .batchSize(256)
            .optimizer(new Adam(1e-3))
            .seed(seed)
            .threads(threads)
            .listener(new ConsoleProgress())
            .fit(train);
    Model<FashionAutoencoder> model = run.model();

    Files.createDirectories(out);
    Path saved = out.resolve("fashion.venturi");
    model.save(saved);
    Path picture = out.resolve("reconstructions.png");
    float[][] originals = test.slice(0, SHOWN).toArray();
    new ImageGrid(28, 28).row(originals).row(model.reconstruct(originals)).write(picture);
    System.out.println("model: " + saved.toAbsolutePath());
    System.out.println("originals over reconstructions: " + picture.toAbsolutePath());

    System.out.printf(
        Locale.ROOT,
        "quickstart: test MSE %.5f, PCA-%d test MSE %.5f, %d epochs, %.1f s%n",
        model.meanSquaredError(test),
        CODES,
        Pca.fit(train, CODES).meanSquaredError(test),
        epochs,
        run.history().seconds());
    return 0;
  }
}
