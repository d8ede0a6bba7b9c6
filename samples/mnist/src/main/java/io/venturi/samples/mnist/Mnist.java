package io.venturi.samples.mnist;

import io.venturi.application.report.ImageRows;
import io.venturi.data.Dataset;
import io.venturi.data.download.Downloads;
import io.venturi.data.download.ImageSet;
import io.venturi.model.Model;
import io.venturi.report.PngImages;
import io.venturi.runtime.Venturi;
import io.venturi.samples.datasets.DownloadPrinter;
import io.venturi.samples.datasets.Samples;
import io.venturi.train.Adam;
import io.venturi.train.ConsoleProgress;
import io.venturi.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains {@link ImageAutoencoder} on all of MNIST or Fashion-MNIST. */
@Command(
    name = "mnist",
    showDefaultValues = true,
    description =
        "Trains an autoencoder on the 60,000 images of a set in the MNIST format (MNIST,"
            + " Fashion-MNIST) and tests it on the 10,000 others.")
public final class Mnist implements Callable<Integer> {

  private static final int SHOWN = 12;

  @Option(
      names = "--data",
      description =
          "the folder with train-images-idx3-ubyte and t10k-images-idx3-ubyte, plain or gzipped;"
              + " without it, the folder mnist (or fashion-mnist) in the one that -Dventuri.data or"
              + " the environment variable VENTURI_DATA names, or that one itself; without those,"
              + " the images are downloaded, once, into the folder that -Dventuri.cache or"
              + " VENTURI_CACHE names, or else the platform's for such files")
  private @Nullable Path data;

  @Option(names = "--fashion", description = "Fashion-MNIST instead of MNIST")
  private boolean fashion;

  @Option(names = "--epochs", description = "how many times training goes through the images")
  private int epochs = 20;

  @Option(names = "--batch", description = "images of one step")
  private int batchSize = 256;

  @Option(names = "--seed", description = "the seed of everything random")
  private long seed = 1;

  @Option(names = "--threads", description = "how many threads train; changes no bit of the result")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--out", description = "the folder for the model and the picture")
  private Path out = Path.of("target", "mnist");

  Mnist() {}

  public static void main(String[] args) {
    System.exit(Samples.run(new Mnist(), args));
  }

  private ImageSet images() {
    if (data != null) {
      return ImageSet.in(data);
    }
    ImageSet known = fashion ? ImageSet.fashionMnist() : ImageSet.mnist();
    return known.via(Downloads.standard().progress(new DownloadPrinter(System.err)));
  }

  @Override
  public Integer call() throws IOException {
    ImageSet images = images();
    System.err.println("images: " + images);
    Dataset test = images.test();
    Training<ImageAutoencoder> run =
        Venturi.create()
            .trainer(ImageAutoencoder.class)
            .epochs(epochs)
            .batchSize(batchSize)
            .optimizer(new Adam(1e-3))
            .seed(seed)
            .threads(threads)
            .listener(new ConsoleProgress())
            .fit(images.train());
    Model<ImageAutoencoder> model = run.model();

    Files.createDirectories(out);
    Path saved = out.resolve("mnist.venturi");
    model.save(saved);
    Path picture = out.resolve("reconstructions.png");
    float[][] originals = test.slice(0, SHOWN).toArray();
    PngImages.write(
        picture,
        new ImageRows("Reconstructions", "Test images over what came back.", 28, 28)
            .row("originals", originals)
            .row("reconstructions", model.reconstruct(originals)));
    System.out.println("model: " + saved.toAbsolutePath());
    System.out.println("originals over reconstructions: " + picture.toAbsolutePath());

    System.out.printf(
        Locale.ROOT,
        "parameters: %d, fingerprint %s (equal for equal parameters: for the same seed and data,"
            + " whatever the threads)%n",
        model.parameters().length,
        model.fingerprint());
    System.out.printf(
        Locale.ROOT,
        "mnist: test MSE %.5f, %.0f rows/s%n",
        model.meanSquaredError(test),
        run.history().rowsPerSecond());
    return 0;
  }
}
