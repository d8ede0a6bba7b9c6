package io.venturi.samples.datasets;

import io.venturi.data.Dataset;
import io.venturi.data.Idx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A set of images in the files of MNIST's format in one directory, plain or compressed by gzip:
 * images to train on and to test on, and their labels, which may be missing where nobody asks for
 * them. Files are read when they are asked for, each time anew.
 */
public final class ImageDirectory {

  /** System property that names the directory below which sets of images lie. */
  public static final String PROPERTY = "venturi.data";

  /** Environment variable that names it where the property is not set. */
  public static final String VARIABLE = "VENTURI_DATA";

  private static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
  private static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
  private static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
  private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

  private final Path directory;

  private ImageDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * The set in a directory.
   *
   * @throws IllegalArgumentException if one of its two files of images is missing
   */
  public static ImageDirectory of(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new IllegalArgumentException(
          directory + " is not a directory: name the one that holds " + fileNames() + ".");
    }
    List<String> missing = missing(directory);
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "%s lacks %s: a set of images has %s in one directory, plain or with .gz behind the name."
              .formatted(directory, String.join(", ", missing), fileNames()));
    }
    return new ImageDirectory(directory);
  }

  /**
   * The set of a name below the directory that {@value #PROPERTY} or {@value #VARIABLE} gives, or
   * else in that directory itself.
   *
   * @param set name of its directory, such as {@code mnist}
   * @throws IllegalArgumentException if neither is set, or the set is not there
   */
  public static ImageDirectory find(String set) {
    String root = System.getProperty(PROPERTY, "");
    return find(set, root.isBlank() ? System.getenv().getOrDefault(VARIABLE, "") : root);
  }

  static ImageDirectory find(String set, String root) {
    if (root.isBlank()) {
      throw new IllegalArgumentException(
          ("No images were named: run a sample with --data DIR, or set the environment variable %s,"
                  + " or -D%s, to a directory that has %s in it.")
              .formatted(VARIABLE, PROPERTY, set));
    }
    Path parent = Path.of(root);
    for (Path directory : List.of(parent.resolve(set), parent)) {
      if (missing(directory).isEmpty()) {
        return new ImageDirectory(directory);
      }
    }
    throw new IllegalArgumentException(
        "Neither %s nor %s holds %s, plain or with .gz behind the name.%s Name another by --data."
            .formatted(parent.resolve(set), parent, fileNames(), others(parent)));
  }

  /** What else lies there, in a sentence with a space before it. */
  private static String others(Path parent) {
    if (!Files.isDirectory(parent)) {
      return " There is no directory " + parent + ".";
    }
    try (Stream<Path> entries = Files.list(parent)) {
      String sets =
          entries
              .filter(directory -> missing(directory).isEmpty())
              .sorted()
              .map(Path::toString)
              .collect(Collectors.joining(", "));
      return sets.isEmpty() ? "" : " What is there: %s.".formatted(sets);
    } catch (IOException e) {
      return ""; // What is missing is said already.
    }
  }

  /** Where the files are. */
  public Path path() {
    return directory;
  }

  /** Images to train on: rows of shape {height, width, 1} with values in [0, 1]. */
  public Dataset train() {
    return Idx.images(file(TRAIN_IMAGES));
  }

  /** Images to test on: rows of shape {height, width, 1} with values in [0, 1]. */
  public Dataset test() {
    return Idx.images(file(TEST_IMAGES));
  }

  /**
   * The label of each image of {@link #train()}.
   *
   * @throws io.venturi.error.DataException if the file is not there, or damaged
   */
  public int[] trainLabels() {
    return Idx.labels(file(TRAIN_LABELS));
  }

  /**
   * The label of each image of {@link #test()}.
   *
   * @throws io.venturi.error.DataException if the file is not there, or damaged
   */
  public int[] testLabels() {
    return Idx.labels(file(TEST_LABELS));
  }

  private Path file(String name) {
    return candidates(directory, name)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElse(directory.resolve(name));
  }

  private static List<String> missing(Path directory) {
    List<String> missing = new ArrayList<>(names());
    missing.removeIf(name -> candidates(directory, name).anyMatch(Files::isRegularFile));
    return missing;
  }

  private static Stream<Path> candidates(Path directory, String name) {
    return Stream.of(directory.resolve(name), directory.resolve(name + ".gz"));
  }

  private static List<String> names() {
    return List.of(TRAIN_IMAGES, TEST_IMAGES);
  }

  private static String fileNames() {
    return String.join(" and ", names());
  }

  @Override
  public String toString() {
    return directory.toString();
  }
}
