package io.venturi.samples.restoration;

import io.venturi.data.Dataset;
import io.venturi.data.download.ImageSet;
import io.venturi.model.Model;
import io.venturi.report.HtmlReport;
import io.venturi.report.ModelSheet;
import io.venturi.report.PngImages;
import io.venturi.report.TrainingCurves;
import io.venturi.restoration.Restoration;
import io.venturi.restoration.RestorationResult;
import io.venturi.restoration.RestoredFolder;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains {@link Denoiser} and measures what it makes of noisy test images beside filters. */
@Command(
    name = "restoration",
    showDefaultValues = true,
    description =
        "Trains a model to take noise off images, and compares it with a median and a Gaussian"
            + " filter that have their best settings.")
public final class RestorationSample implements Callable<Integer> {

  /** The noise of the test images. */
  private static final long NOISE_SEED = 7;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "a folder with the four files of MNIST or Fashion-MNIST, instead of the images"
              + " in the jar")
  private @Nullable Path data;

  @Option(
      names = "--restore",
      paramLabel = "DIR",
      description =
          "a folder of PNG or JPEG images of 28 x 28 pixels of your own, restored into OUT/restored")
  private @Nullable Path restore;

  @Option(names = "--epochs", description = "how many times training goes through the images")
  private int epochs = 8;

  @Option(names = "--rows", description = "how many images to train on at most")
  private int rows = Integer.MAX_VALUE;

  @Option(names = "--seed", description = "the seed of everything random in the training")
  private long seed = 42;

  @Option(names = "--threads", description = "how many threads train")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--out", description = "the folder for the model, the picture and the report")
  private Path out = Path.of("target", "restoration");

  RestorationSample() {}

  public static void main(String[] args) {
    System.exit(Samples.run(new RestorationSample(), args));
  }

  @Override
  public Integer call() throws IOException {
    Dataset train = data == null ? FashionMnist.train() : ImageSet.in(data).train();
    Dataset test = data == null ? FashionMnist.test() : ImageSet.in(data).test();

    Venturi venturi = Venturi.create();
    Training<Denoiser> run =
        venturi
            .trainer(Denoiser.class)
            .epochs(epochs)
            .batchSize(64)
            .optimizer(new Adam(1e-3))
            .seed(seed)
            .threads(threads)
            .listener(new ConsoleProgress())
            .fit(train.slice(0, Math.min(rows, train.size())));
    Model<Denoiser> model = run.model();

    Restoration restoration = venturi.application(Restoration.class);
    Dataset noisy = venturi.corrupt(Denoiser.class, test, NOISE_SEED);
    RestorationResult result = restoration.evaluate(model, test, noisy);

    Files.createDirectories(out);
    Path saved = out.resolve("denoiser.venturi");
    model.save(saved);
    HtmlReport report = HtmlReport.titled("Noise taken off images").add(result);
    if (restore != null) {
      RestoredFolder folder = restoration.restoreFolder(model, restore, out.resolve("restored"));
      folder.failures().forEach(failure -> System.out.println("not restored: " + failure.reason()));
      report.add(folder);
    }
    Path page = report.add(TrainingCurves.of(run.history())).add(ModelSheet.of(model)).write(out);
    Path picture = out.resolve("restored.png");
    PngImages.write(picture, result.images().orElseThrow());
    System.out.println("model: " + saved.toAbsolutePath());
    System.out.println("noisy and restored images: " + picture.toAbsolutePath());
    System.out.println("report: " + page.toAbsolutePath());

    System.out.printf(
        Locale.ROOT,
        "restoration: PSNR %.2f dB to %.2f dB (median %.2f, Gaussian %.2f), SSIM %.3f to %.3f%n",
        result.noisy().psnr(),
        result.model().psnr(),
        result.filters().get(0).psnr(),
        result.filters().get(1).psnr(),
        result.noisy().ssim().orElseThrow(),
        result.model().ssim().orElseThrow());
    return 0;
  }
}
