package io.venturi.samples.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.error.DataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageDirectoryTest {

  private static final byte[] TWO_IMAGES = {
    0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, -1, 51, 0
  };
  private static final byte[] ONE_IMAGE = {0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 51, 51};
  private static final byte[] TWO_LABELS = {0, 0, 8, 1, 0, 0, 0, 2, 7, 9};
  private static final byte[] ONE_LABEL = {0, 0, 8, 1, 0, 0, 0, 1, 3};

  @TempDir Path folder;

  @Test
  void readsPlainAndCompressedFiles() throws IOException {
    ImageDirectory images = ImageDirectory.of(writeSet(folder));
    assertThat(images.train().shape()).containsExactly(1, 2, 1);
    assertThat(images.train().toArray()).isDeepEqualTo(new float[][] {{0, 1}, {0.2f, 0}});
    assertThat(images.test().toArray()).isDeepEqualTo(new float[][] {{0.2f, 0.2f}});
    assertThat(images.trainLabels()).containsExactly(7, 9);
    assertThat(images.testLabels()).containsExactly(3);
    assertThat(images.path()).isEqualTo(folder);
  }

  @Test
  void findsASetBelowTheRootOrInIt() throws IOException {
    Path set = writeSet(Files.createDirectory(folder.resolve("mnist")));
    assertThat(ImageDirectory.find("mnist", folder.toString()).path()).isEqualTo(set);
    assertThat(ImageDirectory.find("mnist", set.toString()).path()).isEqualTo(set);
  }

  @Test
  void namesTheFilesItLookedFor() throws IOException {
    writeSet(folder);
    Files.delete(folder.resolve("t10k-images-idx3-ubyte"));
    assertThatThrownBy(() -> ImageDirectory.of(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "%s lacks t10k-images-idx3-ubyte: a set of images has train-images-idx3-ubyte and"
                + " t10k-images-idx3-ubyte in one directory, plain or with .gz behind the name.",
            folder);
    assertThatThrownBy(() -> ImageDirectory.find("mnist", folder.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Neither %s nor %s holds train-images-idx3-ubyte and t10k-images-idx3-ubyte, plain or"
                + " with .gz behind the name. Name another by --data.",
            folder.resolve("mnist"), folder);
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> ImageDirectory.of(missing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(missing + " is not a directory: name the one that holds train-");
    assertThatThrownBy(() -> ImageDirectory.find("mnist", missing.toString()))
        .hasMessageEndingWith(" There is no directory " + missing + ". Name another by --data.");
  }

  @Test
  void namesTheSetsThatAreThere() throws IOException {
    Path fashion = writeSet(Files.createDirectory(folder.resolve("fashion-mnist")));
    Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> ImageDirectory.find("mnist", folder.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(" What is there: " + fashion + ". Name another by --data.");
  }

  @Test
  void asksForLabelsOnlyWhereTheyAreUsed() throws IOException {
    writeSet(folder);
    Files.delete(folder.resolve("train-labels-idx1-ubyte"));
    ImageDirectory images = ImageDirectory.of(folder);
    assertThat(images.train().size()).isEqualTo(2);
    assertThatThrownBy(images::trainLabels)
        .isInstanceOf(DataException.class)
        .hasMessageContaining("train-labels-idx1-ubyte is not a readable file");
  }

  @Test
  void saysHowToNameADirectory() {
    assertThatThrownBy(() -> ImageDirectory.find("mnist", " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "No images were named: run a sample with --data DIR, or set the environment variable"
                + " VENTURI_DATA, or -Dventuri.data, to a directory that has mnist in it.");
  }

  @Test
  void reportsADamagedFile() throws IOException {
    writeSet(folder);
    Files.write(folder.resolve("t10k-images-idx3-ubyte"), new byte[] {0, 0, 8, 3, 0});
    assertThatThrownBy(() -> ImageDirectory.of(folder).test())
        .isInstanceOf(DataException.class)
        .hasMessageContaining(folder.resolve("t10k-images-idx3-ubyte").toString());
  }

  private static Path writeSet(Path directory) throws IOException {
    Files.write(directory.resolve("train-images-idx3-ubyte.gz"), gzip(TWO_IMAGES));
    Files.write(directory.resolve("train-labels-idx1-ubyte"), TWO_LABELS);
    Files.write(directory.resolve("t10k-images-idx3-ubyte"), ONE_IMAGE);
    Files.write(directory.resolve("t10k-labels-idx1-ubyte.gz"), gzip(ONE_LABEL));
    return directory;
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(file)) {
      packed.write(content);
    }
    return file.toByteArray();
  }
}
