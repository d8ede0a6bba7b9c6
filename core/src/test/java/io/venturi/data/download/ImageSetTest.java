package io.venturi.data.download;

import static io.venturi.data.download.DownloadsTest.gzip;
import static io.venturi.data.download.DownloadsTest.sha256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.error.DataException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageSetTest {

  private static final byte[] TWO_IMAGES = {
    0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, -1, 51, 0
  };
  private static final byte[] ONE_IMAGE = {0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 51, 51};
  private static final byte[] TWO_LABELS = {0, 0, 8, 1, 0, 0, 0, 2, 7, 9};
  private static final byte[] ONE_LABEL = {0, 0, 8, 1, 0, 0, 0, 1, 3};

  @TempDir private Path folder;

  private static Path writeSet(Path directory) throws IOException {
    Files.write(directory.resolve("train-images-idx3-ubyte.gz"), gzip(TWO_IMAGES));
    Files.write(directory.resolve("train-labels-idx1-ubyte"), TWO_LABELS);
    Files.write(directory.resolve("t10k-images-idx3-ubyte"), ONE_IMAGE);
    Files.write(directory.resolve("t10k-labels-idx1-ubyte.gz"), gzip(ONE_LABEL));
    return directory;
  }

  private static void assertRead(ImageSet images) {
    assertThat(images.train().shape()).containsExactly(1, 2, 1);
    assertThat(images.train().toArray()).isDeepEqualTo(new float[][] {{0, 1}, {0.2f, 0}});
    assertThat(images.test().toArray()).isDeepEqualTo(new float[][] {{0.2f, 0.2f}});
    assertThat(images.trainLabels()).containsExactly(7, 9);
    assertThat(images.testLabels()).containsExactly(3);
  }

  @Test
  void readsPlainAndCompressedFiles() throws IOException {
    ImageSet images = ImageSet.in(writeSet(folder));
    assertThat(images.isHere()).isTrue();
    assertRead(images);
    assertThat(images).hasToString(folder + " in " + folder);
  }

  @Test
  void aFolderThatWasNamedIsUsedAndNothingElse() throws IOException {
    Path set = writeSet(Files.createDirectory(folder.resolve("mnist")));
    assertRead(ImageSet.named("mnist", List.of(), folder));
    assertRead(ImageSet.named("mnist", List.of(), set));
    ImageSet other = ImageSet.named("fashion-mnist", KnownFiles.FASHION_MNIST, folder);
    assertThat(other.isHere()).isFalse();
    assertThatThrownBy(other::train)
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-297] %s and %s: there is no train-images-idx3-ubyte, plain or with .gz behind the"
                + " name. Name the folder that has them.",
            folder.resolve("fashion-mnist"), folder);
  }

  @Test
  void asksForLabelsOnlyWhereTheyAreUsed() throws IOException {
    writeSet(folder);
    Files.delete(folder.resolve("train-labels-idx1-ubyte"));
    ImageSet images = ImageSet.in(folder);
    assertThat(images.isHere()).isTrue();
    assertThat(images.train().size()).isEqualTo(2);
    assertThatThrownBy(images::trainLabels).hasMessageContaining("train-labels-idx1-ubyte");
  }

  @Test
  void reportsADamagedFile() throws IOException {
    writeSet(folder);
    Files.write(folder.resolve("t10k-images-idx3-ubyte"), new byte[] {0, 0, 8, 3, 0});
    assertThatThrownBy(() -> ImageSet.in(folder).test())
        .isInstanceOf(DataException.class)
        .hasMessageContaining(folder.resolve("t10k-images-idx3-ubyte").toString());
  }

  @Test
  void downloadsWhatIsNotThere() throws IOException {
    try (Mirror images = new Mirror(gzip(TWO_IMAGES));
        Mirror tests = new Mirror(gzip(ONE_IMAGE))) {
      List<RemoteFile> files =
          List.of(
              remote("train-images-idx3-ubyte.gz", TWO_IMAGES, images.uri()),
              remote("t10k-images-idx3-ubyte.gz", ONE_IMAGE, tests.uri()));
      ImageSet set = ImageSet.named("small", files, null).via(Downloads.into(folder));
      assertThat(set.isHere()).isFalse();
      assertThat(images.asked).isEmpty();
      assertThat(set.train().size()).isEqualTo(2);
      assertThat(set.train().size()).isEqualTo(2);
      assertThat(set.isHere()).isFalse();
      assertThat(set.test().size()).isEqualTo(1);
      assertThat(set.isHere()).isTrue();
      assertThat(images.asked).hasSize(1);
      assertThat(set).hasToString("small in " + folder.resolve("small"));
    }
  }

  private static RemoteFile remote(String name, byte[] content, URI mirror) {
    return new RemoteFile(name, sha256(content), content.length, List.of(mirror));
  }

  /** What is looked for in the network is what the folders with the originals hold. */
  @ParameterizedTest
  @ValueSource(strings = {"mnist", "fashion-mnist"})
  void theKnownFilesAreTheOriginals(String name) {
    Path data = Folders.data();
    Assumptions.assumeTrue(data != null, "Skipped, as no folder of whole data sets is named");
    List<RemoteFile> files = name.equals("mnist") ? KnownFiles.MNIST : KnownFiles.FASHION_MNIST;
    for (RemoteFile file : files) {
      Path there = data.resolve(name).resolve(file.name());
      Assumptions.assumeTrue(Files.exists(there), "Skipped, as there is no " + there);
      assertThat(Content.fault(there, file)).as(there.toString()).isEmpty();
    }
  }

  @Test
  void theKnownFilesHaveMirrors() {
    for (List<RemoteFile> files : List.of(KnownFiles.MNIST, KnownFiles.FASHION_MNIST)) {
      assertThat(files).hasSize(4).extracting(RemoteFile::sha256).doesNotHaveDuplicates();
      assertThat(files)
          .allMatch(file -> file.mirrors().size() == 2)
          .allMatch(
              file -> file.mirrors().stream().allMatch(uri -> uri.getPath().endsWith(file.name())));
    }
  }

  @Test
  void knowsWherePlatformsKeepCaches() {
    Path home = Path.of("home");
    assertThat(Folders.cache("Linux", home, variable -> ""))
        .isEqualTo(home.resolve(".cache").resolve("venturi"));
    assertThat(
            Folders.cache("Linux", home, variable -> "XDG_CACHE_HOME".equals(variable) ? "x" : ""))
        .isEqualTo(Path.of("x").resolve("venturi"));
    assertThat(Folders.cache("Mac OS X", home, variable -> ""))
        .isEqualTo(home.resolve("Library").resolve("Caches").resolve("venturi"));
    Map<String, String> windows = Map.of("LOCALAPPDATA", "local");
    assertThat(Folders.cache("Windows 11", home, variable -> windows.getOrDefault(variable, "")))
        .isEqualTo(Path.of("local").resolve("venturi").resolve("cache"));
  }
}
