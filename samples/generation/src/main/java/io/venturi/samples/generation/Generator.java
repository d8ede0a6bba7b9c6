package io.venturi.samples.generation;

import io.venturi.application.report.ReportWriter;
import io.venturi.application.report.Table;
import io.venturi.data.Dataset;
import io.venturi.data.download.ImageSet;
import io.venturi.generation.CodeWalk;
import io.venturi.generation.GaussianMixture;
import io.venturi.generation.GeneratedRows;
import io.venturi.generation.Generation;
import io.venturi.generation.GenerationQuality;
import io.venturi.generation.Interpolation;
import io.venturi.generation.Marginals;
import io.venturi.generation.PrecisionRecall;
import io.venturi.generation.Reference;
import io.venturi.model.Model;
import io.venturi.report.HtmlReport;
import io.venturi.report.ModelSheet;
import io.venturi.runtime.Venturi;
import io.venturi.samples.datasets.FashionMnist;
import io.venturi.samples.datasets.Samples;
import io.venturi.train.Adam;
import io.venturi.train.ConsoleProgress;
import io.venturi.variational.GenerativeModel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Draws images from a variational model's prior and from a mixture on a vanilla one's codes. */
@Command(
    name = "generation",
    showDefaultValues = true,
    description = {
      "Draws images from two models of the same layers: from the prior of a variational one, and"
          + " from a mixture of normal distributions that is fitted to the codes of a vanilla one.",
      "A report shows them, what lies between images, and how good they are by the codes of a third"
          + " model; and all that a fourth one draws, whose codes have two numbers."
    })
public final class Generator implements Callable<Integer> {

  private static final int PAIRS = 8;
  private static final int STEPS = 12;
  private static final int SIDE = 15;

  /** -log p(x) is measured on so many test images, by so many draws each. */
  private static final int LIKELIHOOD_ROWS = 1000;

  private static final int LIKELIHOOD_DRAWS = 100;

  @Option(
      names = "--data",
      description =
          "the folder with train-images-idx3-ubyte and t10k-images-idx3-ubyte, plain or gzipped;"
              + " without it, 8,000 and 2,000 images of Fashion-MNIST that are bundled")
  private @Nullable Path data;

  @Option(names = "--epochs", description = "how many times training goes through the images")
  private int epochs = 30;

  @Option(names = "--components", description = "normal distributions in the mixture")
  private int components = 10;

  @Option(names = "--seed", description = "the seed of everything random")
  private long seed = 1;

  @Option(names = "--threads", description = "how many threads train; changes no bit of the result")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--out", description = "the folder for the report and its pictures")
  private Path out = Path.of("target", "generation");

  private final Venturi venturi = Venturi.create();

  Generator() {}

  public static void main(String[] args) {
    System.exit(Samples.run(new Generator(), args));
  }

  @Override
  public Integer call() {
    ImageSet set = data == null ? null : ImageSet.in(data);
    Dataset train = set == null ? FashionMnist.train() : set.train();
    Dataset test = set == null ? FashionMnist.test() : set.test();
    try (Model<?> variational = trained(VariationalAutoencoder.class, train, seed);
        Model<?> vanilla = trained(VanillaAutoencoder.class, train, seed);
        Model<?> judge = trained(JudgeAutoencoder.class, train, seed + 1);
        Model<?> plane = trained(PlaneAutoencoder.class, train, seed)) {
      draw(variational, vanilla, train, test, judge, plane);
    }
    return 0;
  }

  private Model<?> trained(Class<?> spec, Dataset train, long modelSeed) {
    System.err.println("training " + spec.getSimpleName());
    return venturi
        .trainer(spec)
        .epochs(epochs)
        .batchSize(128)
        .optimizer(new Adam(1e-3))
        .seed(modelSeed)
        .threads(threads)
        .listener(new ConsoleProgress())
        .fit(train)
        .model();
  }

  private void draw(
      Model<?> variational,
      Model<?> vanilla,
      Dataset train,
      Dataset test,
      Model<?> judge,
      Model<?> plane) {
    System.err.println("drawing and comparing");
    Generation generation = venturi.application(Generation.class);
    int[] shape = train.shape();
    GeneratedRows ofPrior = generation.sample(variational, test.size(), seed).asImages(shape);
    GaussianMixture mixture = generation.mixture(vanilla, train, components, seed);
    GeneratedRows ofMixture =
        generation.sample(vanilla, mixture, test.size(), seed).asImages(shape);

    Reference reference = generation.reference(train, test, judge);
    Dataset some = test.slice(0, Math.min(LIKELIHOOD_ROWS, test.size()));
    double likelihood =
        GenerativeModel.of(variational).negativeLogLikelihood(some, LIKELIHOOD_DRAWS, seed);
    GenerationQuality prior =
        generation.quality(ofPrior, reference).withNegativeLogLikelihood(likelihood);
    GenerationQuality fitted = generation.quality(ofMixture, reference);

    float[][] images = test.slice(0, 2 * PAIRS).toArray();
    float[][] from = Arrays.copyOf(images, PAIRS);
    float[][] to = Arrays.copyOfRange(images, PAIRS, 2 * PAIRS);
    CodeWalk between =
        generation.interpolate(variational, from, to, STEPS, Interpolation.SPHERICAL);
    CodeWalk straight = generation.interpolate(vanilla, from, to, STEPS, Interpolation.LINEAR);
    CodeWalk traversal =
        generation.traverse(
            variational, images[0], Marginals.standardNormal(variational.codeSize()), STEPS);
    CodeWalk all = generation.manifold(plane, Marginals.standardNormal(2), SIDE);

    Path report =
        HtmlReport.titled("Images drawn from two models")
            .add("Side by side", section -> compare(section, prior, fitted, reference))
            .add(ofPrior)
            .add(prior)
            .add(ofMixture)
            .add(mixture)
            .add(fitted)
            .add(between.asImages(shape))
            .add(straight.asImages(shape))
            .add(traversal.asImages(shape))
            .add(all.asImages(shape))
            .add(ModelSheet.of(variational))
            .add(ModelSheet.of(vanilla))
            .write(out);
    System.out.println("report: " + report.toAbsolutePath());
    System.out.printf(
        Locale.ROOT,
        "generation: precision %.3f recall %.3f (prior), %.3f %.3f (mixture), nearest-training"
            + " distance ratio %.3f, -log p(x) %.2f%n",
        prior.precisionRecall().precision().value(),
        prior.precisionRecall().recall().value(),
        fitted.precisionRecall().precision().value(),
        fitted.precisionRecall().recall().value(),
        prior.distances().ratio(),
        likelihood);
  }

  private static void compare(
      ReportWriter section,
      GenerationQuality prior,
      GenerationQuality fitted,
      Reference reference) {
    Table.Builder table =
        Table.of("Figures", "rows", "precision", "recall", "-log p(x) of test images, nats");
    row(
        table,
        "variational, from " + prior.source(),
        prior.precisionRecall(),
        prior.negativeLogLikelihood());
    row(
        table,
        "vanilla, from " + fitted.source(),
        fitted.precisionRecall(),
        fitted.negativeLogLikelihood());
    row(table, "training images", reference.yardstick(), OptionalDouble.empty());
    section.table(table.build());
    section.text(
        "Precision is the share of drawn images that lie where real ones do, recall the share of"
            + " real images that lie where drawn ones do. -log p(x) is an importance-weighted bound"
            + " by "
            + LIKELIHOOD_DRAWS
            + " draws on the first "
            + LIKELIHOOD_ROWS
            + " test images; a vanilla model has none.");
  }

  private static void row(
      Table.Builder table, String name, PrecisionRecall figures, OptionalDouble nats) {
    table.row(
        name,
        String.format(Locale.ROOT, "%.3f", figures.precision().value()),
        String.format(Locale.ROOT, "%.3f", figures.recall().value()),
        nats.isPresent() ? String.format(Locale.ROOT, "%.2f", nats.getAsDouble()) : "");
  }
}
