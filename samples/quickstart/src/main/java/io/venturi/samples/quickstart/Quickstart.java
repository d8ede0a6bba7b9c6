package io.venturi.samples.quickstart;

import io.venturi.application.report.ImageRows;
import io.venturi.data.Dataset;
import io.venturi.model.Model;
import io.venturi.reduction.Comparison;
import io.venturi.reduction.ComparisonOptions;
import io.venturi.reduction.Reduction;
import io.venturi.report.HtmlReport;
import io.venturi.report.ModelSheet;
import io.venturi.report.PngImages;
import io.venturi.report.Reconstructions;
import io.venturi.report.TrainingCurves;
import io.venturi.runtime.Venturi;
import io.venturi.samples.datasets.FashionMnist;
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

  @Option(names = "--out", description = "the folder for the model, the picture and the report")
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
    PngImages.write(
        picture,
        new ImageRows("Reconstructions", "Test images over what came back.", 28, 28)
            .row("originals", originals)
            .row("reconstructions", model.reconstruct(originals)));
    Comparison comparison =
        venturi
            .application(Reduction.class)
            .compare(
                model,
                train,
                test,
                ComparisonOptions.defaults().withSeed(seed).withTraining(run.history()));
    Path report =
        HtmlReport.titled("Fashion-MNIST through " + CODES + " numbers")
            .add(comparison)
            .add(Reconstructions.of(model, test, SHOWN))
            .add(TrainingCurves.of(run.history()))
            .add(ModelSheet.of(model))
            .write(out);
    System.out.println("model: " + saved.toAbsolutePath());
    System.out.println("originals over reconstructions: " + picture.toAbsolutePath());
    System.out.println(comparison.verdict().sentence());
    System.out.println("report: " + report.toAbsolutePath());

    System.out.printf(
        Locale.ROOT,
        "quickstart: test MSE %.5f, PCA-%d test MSE %.5f, %d epochs, %.1f s%n",
        comparison.autoencoder().meanSquaredError(),
        CODES,
        comparison.pca().meanSquaredError(),
        epochs,
        run.history().seconds());
    return 0;
  }
}
