package io.venturi.samples.reduction;

import io.venturi.data.Dataset;
import io.venturi.model.Model;
import io.venturi.reduction.Comparison;
import io.venturi.reduction.ComparisonOptions;
import io.venturi.reduction.Reduction;
import io.venturi.report.HtmlReport;
import io.venturi.report.ModelSheet;
import io.venturi.report.Reconstructions;
import io.venturi.report.TrainingCurves;
import io.venturi.runtime.Venturi;
import io.venturi.samples.datasets.Samples;
import io.venturi.train.Adam;
import io.venturi.train.ConsoleProgress;
import io.venturi.train.History;
import io.venturi.train.Schedules;
import io.venturi.train.Training;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares autoencoders with PCA: on images, and on a table for which PCA is the right choice. */
@Command(
    name = "reduction",
    description =
        "Reduces images of 784 pixels to codes of 30 numbers by a deep autoencoder, and says what it"
            + " gains over PCA on images that were held out; then the same of a made-up table of"
            + " linear mixtures, for which PCA is the right choice.")
public final class ReduceDimensions implements Callable<Integer> {

  private static final int TABLE_EPOCHS = 30;
  private static final int SHOWN = 12;

  @Option(
      names = "--data",
      description =
          "the folder with train-images-idx3-ubyte, t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte"
              + " of images of 28 x 28 pixels, plain or gzipped; without it, 8,000 and 2,000 images"
              + " of Fashion-MNIST that are bundled")
  private @Nullable Path data;

  @Option(
      names = "--epochs",
      description =
          "how many times training goes through the images; without it 30 with --data, or 10 with the"
              + " bundled images")
  private @Nullable Integer epochs;

  @Option(names = "--seed", description = "the seed of everything random (${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--threads",
      description = "how many threads train; changes no bit of the result (${DEFAULT-VALUE})")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--out", description = "the folder for the report (${DEFAULT-VALUE})")
  private Path out = Path.of("target", "reduction");

  private final Venturi venturi = Venturi.create();
  private final Reduction reduction = venturi.application(Reduction.class);

  ReduceDimensions() {}

  public static void main(String[] args) {
    System.exit(Samples.run(new ReduceDimensions(), args));
  }

  @Override
  public Integer call() {
    Images images = data == null ? Images.bundled() : Images.in(data);
    int passes = epochs == null ? images.epochs() : epochs;
    HtmlReport report = HtmlReport.titled("784 pixels in 30 numbers");
    Comparison ofImages;
    Training<DeepAutoencoder> run =
        train(DeepAutoencoder.class, images.train(), images.batchSize(), passes);
    try (Model<DeepAutoencoder> model = run.model()) {
      ofImages = compare(model, run.history(), images.train(), images.test());
      report
          .add(ofImages)
          .add(Reconstructions.of(model, images.test(), SHOWN))
          .add(
              reduction.maps(
                  model, images.train(), images.test(), images.testLabels(), images.names()))
          .add(TrainingCurves.of(run.history()))
          .add(ModelSheet.of(model));
    }
    Comparison ofTable = table();
    report.add(ofTable);

    System.out.println("report: " + report.write(out).toAbsolutePath());
    System.out.println("images: " + ofImages.verdict());
    System.out.println("table: " + ofTable.verdict());
    System.out.printf(
        Locale.ROOT,
        "reduction: squared error per image %.2f (PCA-%d %.2f, %d epochs, code %d); %s%n",
        ofImages.autoencoder().squaredErrorPerRow(),
        ofImages.codeSize(),
        ofImages.pca().squaredErrorPerRow(),
        passes,
        ofImages.codeSize(),
        ofImages.verdict().advice());
    return 0;
  }

  private Comparison table() {
    Dataset all = LinearTable.draw(6_000, seed);
    Dataset train = all.slice(0, 4_000);
    Training<TableAutoencoder> run = train(TableAutoencoder.class, train, 64, TABLE_EPOCHS);
    try (Model<TableAutoencoder> model = run.model()) {
      return compare(model, run.history(), train, all.slice(4_000, all.size()));
    }
  }

  private <S> Training<S> train(Class<S> spec, Dataset rows, int batchSize, int passes) {
    return venturi
        .trainer(spec)
        .epochs(passes)
        .batchSize(batchSize)
        .optimizer(new Adam(1e-3))
        .schedule(Schedules.cosine())
        .seed(seed)
        .threads(threads)
        .listener(new ConsoleProgress())
        .fit(rows);
  }

  private Comparison compare(Model<?> model, History history, Dataset train, Dataset test) {
    return reduction.compare(
        model, train, test, ComparisonOptions.defaults().withSeed(seed).withTraining(history));
  }
}
