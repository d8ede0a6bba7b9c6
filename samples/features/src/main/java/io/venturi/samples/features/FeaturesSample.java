package io.venturi.samples.features;

import io.venturi.data.Dataset;
import io.venturi.features.FeatureComparison;
import io.venturi.features.FeatureOptions;
import io.venturi.features.FeatureScore;
import io.venturi.features.Features;
import io.venturi.features.Learner;
import io.venturi.features.RawInputs;
import io.venturi.model.Codec;
import io.venturi.model.Model;
import io.venturi.reduction.Pca;
import io.venturi.report.HtmlReport;
import io.venturi.report.ModelSheet;
import io.venturi.runtime.Venturi;
import io.venturi.samples.datasets.Samples;
import io.venturi.train.Adam;
import io.venturi.train.ConsoleProgress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains autoencoders without labels, then learns labels from their codes. */
@Command(
    name = "features",
    description =
        "Trains three autoencoders without labels, then tells what is on images from their codes,"
            + " from principal components and from pixels, with few labels and with all.")
public final class FeaturesSample implements Callable<Integer> {

  private static final int CODES = 32;
  private static final int FEW = 100;
  private static final String PCA = "PCA-" + CODES;
  private static final String PIXELS = "pixels";

  private static final Map<String, Class<?>> SPECS = new LinkedHashMap<>();

  static {
    SPECS.put("vanilla", PlainAutoencoder.class);
    SPECS.put("denoising", DenoisingAutoencoder.class);
    SPECS.put("contractive", ContractiveAutoencoder.class);
  }

  @Option(
      names = "--data",
      description =
          "the folder with MNIST's four files or Fashion-MNIST's, plain or gzipped; without it,"
              + " 8,000 and 2,000 images of Fashion-MNIST that are bundled")
  private @Nullable Path data;

  @Option(
      names = "--epochs",
      description = "how many times training goes through the images (${DEFAULT-VALUE})")
  private int epochs = 20;

  @Option(
      names = "--labels",
      description =
          "how many labels learners get, beside all; the closing line is of these"
              + " (${DEFAULT-VALUE})")
  private int labels = 1_000;

  @Option(names = "--draws", description = "how often labelled images are drawn (${DEFAULT-VALUE})")
  private int draws = 5;

  @Option(names = "--seed", description = "the seed of everything random (${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--out", description = "the folder for the report (${DEFAULT-VALUE})")
  private Path out = Path.of("target", "features");

  FeaturesSample() {}

  public static void main(String[] args) {
    System.exit(Samples.run(new FeaturesSample(), args));
  }

  @Override
  public Integer call() {
    LabelledImages images = data == null ? LabelledImages.bundled() : LabelledImages.in(data);
    Venturi venturi = Venturi.create();
    Map<String, Model<?>> models = new LinkedHashMap<>();
    try {
      SPECS.forEach((name, spec) -> models.put(name, train(venturi, name, spec, images.train())));
      Map<String, Codec> contenders = new LinkedHashMap<>(models);
      contenders.put(PCA, Pca.fit(images.train(), CODES));
      contenders.put(PIXELS, RawInputs.of(images.train().width()));
      FeatureComparison comparison =
          venturi
              .application(Features.class)
              .compare(
                  contenders,
                  images.train(),
                  images.trainLabels(),
                  images.test(),
                  images.testLabels(),
                  FeatureOptions.of(seed)
                      .labels(FEW, labels)
                      .draws(draws)
                      .progress(System.err::println));
      HtmlReport report =
          HtmlReport.titled("Features from codes, beside pixels and PCA").add(comparison);
      models.values().forEach(model -> report.add(ModelSheet.of(model)));
      System.out.println("report: " + report.write(out).toAbsolutePath());
      System.out.println(closing(comparison));
    } finally {
      models.values().forEach(Model::close);
    }
    return 0;
  }

  private Model<?> train(Venturi venturi, String name, Class<?> spec, Dataset images) {
    System.err.println(name);
    return venturi
        .trainer(spec)
        .epochs(epochs)
        .batchSize(256)
        .optimizer(new Adam(1e-3))
        .seed(seed)
        .listener(new ConsoleProgress())
        .fit(images)
        .model();
  }

  private String closing(FeatureComparison comparison) {
    Learner learner = Learner.NEAREST_NEIGHBOURS;
    FeatureScore best = comparison.bestModel(learner, labels).orElseThrow();
    return String.format(
        Locale.ROOT,
        "features: %s with %,d labels: %s %.4f, %s %.4f, %s %.4f",
        learner,
        labels,
        best.contender(),
        best.accuracy(),
        PCA,
        comparison.score(PCA, learner, labels).accuracy(),
        PIXELS,
        comparison.score(PIXELS, learner, labels).accuracy());
  }
}
