package io.venturi.samples.compression;

import io.venturi.application.ImageQuality;
import io.venturi.application.report.ImageRows;
import io.venturi.compression.CompressedFile;
import io.venturi.compression.Compression;
import io.venturi.compression.ImageMosaic;
import io.venturi.compression.Quantisation;
import io.venturi.compression.RateDistortion;
import io.venturi.compression.RatePoint;
import io.venturi.compression.Rival;
import io.venturi.data.Dataset;
import io.venturi.data.download.ImageSet;
import io.venturi.model.Model;
import io.venturi.report.HtmlReport;
import io.venturi.report.ModelSheet;
import io.venturi.report.PngImages;
import io.venturi.report.TrainingCurves;
import io.venturi.runtime.Venturi;
import io.venturi.samples.datasets.FashionMnist;
import io.venturi.samples.datasets.Samples;
import io.venturi.train.Adam;
import io.venturi.train.ConsoleProgress;
import io.venturi.train.Schedules;
import io.venturi.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains {@link ImageCodes}, compresses test images into one file and decodes it. */
@Command(
    name = "compression",
    showDefaultValues = true,
    description = {
      "Compresses images by the codes of an autoencoder into one file, decodes it, and looks for"
          + " files of PCA codes and of JPEG that are as good.",
      "The model is trained on other images than are compressed. Its own size is not in the file:"
          + " the report says from how many images on it pays off."
    })
public final class CompressImages implements Callable<Integer> {

  private static final String NAME = "autoencoder";
  private static final int SHOWN = 12;
  private static final double[] BITS = {3, 3.5, 4, 4.5, 5, 5.5, 6};
  private static final double[] QUALITIES = {0, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3};

  @Option(
      names = "--data",
      description = "a folder with all of MNIST or Fashion-MNIST; without it, images in the jar")
  private @Nullable Path data;

  @Option(names = "--epochs", description = "how many times training goes through the images")
  private int epochs = 24;

  @Option(
      names = "--bits",
      description = "how finely codes are quantised, from 1 to 8: more are more bytes")
  private double bits = 5;

  @Option(names = "--seed", description = "the seed of everything random")
  private long seed = 42;

  @Option(names = "--out", description = "the folder for model, compressed file and report")
  private Path out = Path.of("target", "compression");

  CompressImages() {}

  public static void main(String[] args) {
    System.exit(Samples.run(new CompressImages(), args));
  }

  @Override
  public Integer call() throws IOException {
    Quantisation quantisation = Quantisation.bits(bits);
    ImageSet set = data == null ? null : ImageSet.in(data);
    Dataset train = set == null ? FashionMnist.train() : set.train();
    Dataset test = set == null ? FashionMnist.test() : set.test();
    Venturi venturi = Venturi.create();
    Training<ImageCodes> run =
        venturi
            .trainer(ImageCodes.class)
            .epochs(epochs)
            .batchSize(train.size() < 20_000 ? 64 : 256) // Few images: more steps.
            .optimizer(new Adam(1e-3))
            .schedule(Schedules.cosine())
            .seed(seed)
            .listener(new ConsoleProgress())
            .fit(train);
    Model<ImageCodes> model = run.model();
    Files.createDirectories(out);
    Path saved = out.resolve("model.venturi");
    model.save(saved);

    Compression compression = venturi.application(Compression.class);
    Path path = out.resolve("images.venturic");
    CompressedFile file = compression.compress(model, test, quantisation, path);
    float[][] decoded = compression.decompress(path, model);

    RateDistortion result = compare(compression, model, train, test, file, decoded, saved);
    int shown = Math.min(SHOWN, test.size());
    ImageRows pictures =
        new ImageRows(
                "Originals over what came back",
                "The first test images, and below each what the compressed file gave.",
                test.shape())
            .row("originals", test.slice(0, shown).toArray())
            .row("decoded", Arrays.copyOf(decoded, shown));
    PngImages.write(out.resolve("images.png"), pictures);
    Path report =
        HtmlReport.titled("Images compressed by an autoencoder")
            .add(result)
            .add("Images", section -> section.images(pictures))
            .add(TrainingCurves.of(run.history()))
            .add(ModelSheet.of(model))
            .write(out);
    System.out.println("model: " + saved.toAbsolutePath());
    System.out.println("compressed images: " + path.toAbsolutePath());
    System.out.println("report: " + report.toAbsolutePath());
    System.out.println(closingLine(result));
    return 0;
  }

  private static RateDistortion compare(
      Compression compression,
      Model<ImageCodes> model,
      Dataset train,
      Dataset test,
      CompressedFile file,
      float[][] decoded,
      Path saved)
      throws IOException {
    ImageQuality quality = ImageQuality.of(test, Dataset.of("what came back", decoded));
    RatePoint point =
        new RatePoint(
            String.format(Locale.ROOT, "%d numbers, %.3g bits", file.codeSize(), file.bits()),
            file.bytes(),
            file.bitsPerValue(),
            quality.psnr(),
            quality.ssim());
    System.err.println("comparing with PCA and JPEG ...");
    PcaCodes pca = new PcaCodes(compression, train, test);
    ImageMosaic mosaic = ImageMosaic.of(test);
    return new RateDistortion(
        test.size(),
        NAME,
        point,
        Files.size(saved),
        List.of(
            pca.reaching(point.psnr()),
            new Rival("JPEG", mosaic.jpegReaching(point.psnr()), 0),
            new Rival("PNG", Optional.of(mosaic.png()), 0)),
        List.of(compression.curve(NAME, model, test, BITS), pca.curve(), mosaic.jpeg(QUALITIES)));
  }

  private static String closingLine(RateDistortion result) {
    Rival pca = result.rivals().get(0);
    Rival jpeg = result.rivals().get(1);
    return String.format(
        Locale.ROOT,
        "compression: %.3f bpp at %.2f dB, PCA %s and JPEG %s bytes at that PSNR against %d bytes,"
            + " model %d bytes, %s",
        result.point().bitsPerValue(),
        result.point().psnr(),
        bytes(pca),
        bytes(jpeg),
        result.point().bytes(),
        result.modelBytes(),
        paysOff(result, pca) + " and " + paysOff(result, jpeg));
  }

  private static String paysOff(RateDistortion result, Rival rival) {
    OptionalLong from = result.paysOffFrom(rival);
    return (from.isPresent() ? "pays off from " + from.getAsLong() + " images" : "does not pay off")
        + " beside "
        + rival.name();
  }

  private static String bytes(Rival rival) {
    return rival.point().map(point -> Long.toString(point.bytes())).orElse("no");
  }
}
