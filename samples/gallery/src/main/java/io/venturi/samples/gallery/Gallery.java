package io.venturi.samples.gallery;

import io.venturi.application.report.ImageRows;
import io.venturi.report.PngImages;
import io.venturi.samples.datasets.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Trains every type of autoencoder on the same images and shows them beside one another. */
@Command(
    name = "gallery",
    description =
        "Trains every type of autoencoder on the same images: a table, and a picture with a row of"
            + " reconstructions for each.")
public final class Gallery implements Callable<Integer> {

  @Option(
      names = "--data",
      description =
          "the folder with train-images-idx3-ubyte and t10k-images-idx3-ubyte, plain or gzipped;"
              + " without it, 8,000 and 2,000 images of Fashion-MNIST that are bundled")
  private @Nullable Path data;

  @Option(
      names = "--only",
      split = ",",
      converter = ByName.class,
      paramLabel = "TYPE",
      description =
          "the types to train, such as vanilla,denoising; without it all: ${COMPLETION-CANDIDATES}")
  private List<Exhibit> only = List.of();

  @Option(
      names = "--epochs",
      description =
          "how many times training goes through the images; without it 20, or 10 for variational"
              + " and convolutional types")
  private @Nullable Integer epochs;

  @Option(names = "--seed", description = "the seed of everything random (${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--threads",
      description = "how many threads train; changes no bit of the result (${DEFAULT-VALUE})")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--out", description = "the picture (${DEFAULT-VALUE})")
  private Path out = Path.of("target", "gallery.png");

  /** Picocli's own conversion takes the names of the constants, too, and lists both. */
  static final class ByName implements ITypeConverter<Exhibit> {
    ByName() {}

    @Override
    public Exhibit convert(String name) {
      return Exhibit.named(name);
    }
  }

  Gallery() {}

  public static void main(String[] args) {
    System.exit(Samples.run(new Gallery(), args));
  }

  @Override
  public Integer call() {
    Set<Exhibit> exhibits =
        new LinkedHashSet<>(only.isEmpty() ? Arrays.asList(Exhibit.values()) : only);
    Images images = data == null ? Images.bundled() : Images.in(data);
    Studio studio = new Studio(images, epochs, seed, threads);
    List<Outcome> outcomes = new ArrayList<>();
    for (Exhibit exhibit : exhibits) {
      System.err.printf("%s (%d of %d)%n", exhibit, outcomes.size() + 1, exhibits.size());
      outcomes.add(studio.make(exhibit));
    }

    draw(images, outcomes);
    System.out.println(Table.of(outcomes));
    System.out.println("picture: " + out.toAbsolutePath());
    for (Outcome outcome : outcomes) {
      outcome
          .figures()
          .forEach(
              (measure, figure) ->
                  System.out.println(
                      "gallery: " + outcome.exhibit() + " " + measure + " " + figure));
    }
    return 0;
  }

  private void draw(Images images, List<Outcome> outcomes) {
    ImageRows picture =
        new ImageRows(
            "Types of autoencoder",
            "Test images, and below them what came back from each type.",
            images.test().shape());
    picture.row("originals", images.shown(images.test().toArray()));
    for (Outcome outcome : outcomes) {
      float[][] noisy = outcome.noisy();
      if (noisy != null) {
        picture.row("with noise", noisy);
      }
      picture.row(outcome.exhibit().toString().replace('-', '\n'), outcome.reconstructions());
    }
    PngImages.write(out, picture);
  }
}
