package io.venturi.data.download;

import io.venturi.data.Dataset;
import io.venturi.data.Idx;
import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A set of images in the four files of MNIST: images to train on and to test on, and their labels.
 * Files are read when they are asked for, each time anew.
 *
 * <pre>{@code
 * Dataset train = ImageSet.mnist().train(); // 60,000 rows of {28, 28, 1}, values in [0, 1]
 * int[] labels = ImageSet.fashionMnist().testLabels(); // 10,000
 * }</pre>
 *
 * <p>Where the system property {@code venturi.data} or the environment variable {@code
 * VENTURI_DATA} names a folder, {@link #mnist} and {@link #fashionMnist} read the files, plain or
 * gzipped, in its folder {@code mnist} or {@code fashion-mnist}, or else in that folder itself, and
 * nothing is downloaded; files there may be of any such set and are not compared with anything.
 * Otherwise they come from the network, once, and their unpacked content has the SHA-256 of the
 * original at each reading: see {@link Downloads}.
 */
public final class ImageSet {

  private static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
  private static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
  private static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
  private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

  private final String name;

  /** Where its files are, the first one to be looked at first; if empty they are downloaded. */
  private final List<Path> folders;

  private final List<RemoteFile> files;
  private final Downloads downloads;

  private ImageSet(String name, List<Path> folders, List<RemoteFile> files, Downloads downloads) {
    this.name = name;
    this.folders = folders;
    this.files = files;
    this.downloads = downloads;
  }

  /** Handwritten digits (LeCun, Cortes and Burges, 1998): 60,000 and 10,000, labels 0 to 9. */
  public static ImageSet mnist() {
    return named("mnist", KnownFiles.MNIST, Folders.data());
  }

  /** Clothes (Xiao, Rasul and Vollgraf, 2017; MIT licence): 60,000 and 10,000, labels 0 to 9. */
  public static ImageSet fashionMnist() {
    return named("fashion-mnist", KnownFiles.FASHION_MNIST, Folders.data());
  }

  static ImageSet named(String name, List<RemoteFile> files, @Nullable Path data) {
    List<Path> folders = data == null ? List.of() : List.of(data.resolve(name), data);
    return new ImageSet(name, folders, files, Downloads.standard());
  }

  /**
   * Any set in this format, in a folder: files named as MNIST's, plain or with {@code .gz} behind
   * the name. Labels may be missing where nobody asks for them.
   */
  public static ImageSet in(Path folder) {
    return new ImageSet(
        folder.toString(),
        List.of(Objects.requireNonNull(folder, "folder")),
        List.of(),
        Downloads.standard());
  }

  /** The same set, which is downloaded into another folder, or with somebody who watches. */
  public ImageSet via(Downloads other) {
    return new ImageSet(name, folders, files, other);
  }

  /** Whether its images are there, so that nothing has to be downloaded. */
  public boolean isHere() {
    return Stream.of(TRAIN_IMAGES, TEST_IMAGES)
        .allMatch(
            file ->
                folders.isEmpty()
                    ? downloads.has(name, remote(file))
                    : candidates(file).anyMatch(Files::isRegularFile));
  }

  /**
   * Images to train on: rows of shape {height, width, 1} with values in [0, 1].
   *
   * @throws DataException if they are not in the folder that was named, cannot be downloaded, or
   *     are damaged
   */
  public Dataset train() {
    return Idx.images(file(TRAIN_IMAGES));
  }

  /**
   * Images to test on: rows of shape {height, width, 1} with values in [0, 1].
   *
   * @throws DataException as by {@link #train}
   */
  public Dataset test() {
    return Idx.images(file(TEST_IMAGES));
  }

  /**
   * The label of each image of {@link #train()}.
   *
   * @throws DataException as by {@link #train}
   */
  public int[] trainLabels() {
    return Idx.labels(file(TRAIN_LABELS));
  }

  /**
   * The label of each image of {@link #test()}.
   *
   * @throws DataException as by {@link #train}
   */
  public int[] testLabels() {
    return Idx.labels(file(TEST_LABELS));
  }

  private Path file(String file) {
    if (folders.isEmpty()) {
      return downloads.get(name, remote(file));
    }
    return candidates(file)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new DataException(
                    Message.IMAGES_NOT_FOUND,
                    folders.stream().map(Path::toString).collect(Collectors.joining(" and ")),
                    file));
  }

  private Stream<Path> candidates(String file) {
    return folders.stream()
        .flatMap(folder -> Stream.of(folder.resolve(file), folder.resolve(file + ".gz")));
  }

  private RemoteFile remote(String file) {
    return files.stream()
        .filter(each -> each.name().equals(file + ".gz"))
        .findFirst()
        .orElseThrow();
  }

  /** Where it is, or will be. */
  @Override
  public String toString() {
    return name
        + " in "
        + (folders.isEmpty()
            ? downloads.folder().resolve(name)
            : folders.stream().map(Path::toString).collect(Collectors.joining(" or ")));
  }
}
