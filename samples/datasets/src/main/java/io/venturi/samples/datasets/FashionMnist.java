package io.venturi.samples.datasets;

import io.venturi.data.Dataset;
import io.venturi.data.Idx;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/**
 * 10,000 grey images of clothes of 28 x 28 pixels, in this jar: the test images of Fashion-MNIST,
 * cut into 8,000 to train on and 2,000 to test on. Figures on this split are not figures on
 * Fashion-MNIST; {@link io.venturi.data.download.ImageSet#fashionMnist()} has the whole set.
 *
 * <p>Copyright 2017 Zalando SE, MIT licence, which is beside the files in the jar. Xiao, Rasul,
 * Vollgraf: Fashion-MNIST, a Novel Image Dataset for Benchmarking Machine Learning Algorithms,
 * 2017.
 */
public final class FashionMnist {

  private static final int TRAIN = 8_000;

  private static final List<String> CLASSES =
      List.of(
          "T-shirt/top",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");

  private FashionMnist() {}

  /** All 10,000 images, those of {@link #train()} first. */
  public static Dataset all() {
    return Images.ALL;
  }

  /** The first 8,000 images: rows of shape {28, 28, 1} with values in [0, 1]. */
  public static Dataset train() {
    return Images.ALL.slice(0, TRAIN);
  }

  /** The last 2,000 images: rows of shape {28, 28, 1} with values in [0, 1]. */
  public static Dataset test() {
    return Images.ALL.slice(TRAIN, Images.ALL.size());
  }

  /** What is on each image of {@link #train()}, an index of {@link #classes()}; a copy. */
  public static int[] trainLabels() {
    return Arrays.copyOf(Labels.ALL, TRAIN);
  }

  /** What is on each image of {@link #test()}, an index of {@link #classes()}; a copy. */
  public static int[] testLabels() {
    return Arrays.copyOfRange(Labels.ALL, TRAIN, Labels.ALL.length);
  }

  /** The names of the ten classes. */
  public static List<String> classes() {
    return CLASSES;
  }

  private static <T> T read(String file, BiFunction<InputStream, String, T> reader) {
    String resource = "fashion-mnist/" + file;
    try (InputStream source = FashionMnist.class.getResourceAsStream(resource)) {
      if (source == null) {
        throw new IllegalStateException(
            resource + " is missing beside " + FashionMnist.class + ": was the jar repackaged?");
      }
      return reader.apply(source, "Fashion-MNIST");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Read once, when they are first asked for. */
  private static final class Images {
    static final Dataset ALL = read("t10k-images-idx3-ubyte.gz", Idx::images);
  }

  private static final class Labels {
    static final int[] ALL = read("t10k-labels-idx1-ubyte.gz", Idx::labels);
  }
}
