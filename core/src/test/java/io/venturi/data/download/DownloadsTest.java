package io.venturi.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.error.DataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class DownloadsTest {

  private static final byte[] CONTENT = noise(300_000, 1);
  private static final byte[] PACKED = gzip(CONTENT);

  @TempDir private Path folder;

  static byte[] noise(int size, long seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(file)) {
      packed.write(content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return file.toByteArray();
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static RemoteFile file(URI... mirrors) {
    return new RemoteFile("file.gz", sha256(CONTENT), CONTENT.length, List.of(mirrors));
  }

  private Downloads downloads() {
    return Downloads.into(folder).patience(Duration.ofSeconds(20));
  }

  private Path part() {
    return folder.resolve("set").resolve("file.gz.part");
  }

  private void assertWhole(Path got) throws IOException {
    assertThat(got).isEqualTo(folder.resolve("set").resolve("file.gz")).hasBinaryContent(PACKED);
    assertThat(part()).doesNotExist();
    try (var left = Files.list(folder.resolve("set"))) {
      assertThat(left.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("file.gz", "file.gz.lock");
    }
  }

  @Test
  void downloadsOnce() throws IOException {
    try (Mirror mirror = new Mirror(PACKED)) {
      List<Long> progress = new ArrayList<>();
      Downloads downloads =
          downloads()
              .progress(
                  (name, source, bytes, total) -> {
                    assertThat(name).isEqualTo("file.gz");
                    assertThat(source).isEqualTo(mirror.uri());
                    assertThat(total).isEqualTo(PACKED.length);
                    progress.add(bytes);
                  });
      assertThat(downloads.has("set", file(mirror.uri()))).isFalse();
      assertWhole(downloads.get("set", file(mirror.uri())));
      assertThat(downloads.has("set", file(mirror.uri()))).isTrue();
      assertWhole(downloads.get("set", file(mirror.uri())));
      assertThat(mirror.asked).containsExactly("whole");
      assertThat(progress).isSorted().startsWith(0L).endsWith((long) PACKED.length);
    }
  }

  @Test
  void aDamagedFileInTheFolderIsReplaced() throws IOException {
    try (Mirror mirror = new Mirror(PACKED)) {
      Path target = downloads().get("set", file(mirror.uri()));
      byte[] damaged = PACKED.clone();
      damaged[damaged.length / 2] ^= 1;
      Files.write(target, damaged);
      assertWhole(downloads().get("set", file(mirror.uri())));
      Files.write(target, Arrays.copyOf(PACKED, 1000));
      assertWhole(downloads().get("set", file(mirror.uri())));
      assertThat(mirror.asked).hasSize(3);
    }
  }

  @Test
  void goesOnWhereTheConnectionWasCut() throws IOException {
    try (Mirror mirror = new Mirror(PACKED)) {
      mirror.cuts.set(5); // More than attempts, but something comes each time.
      mirror.cutAfter = 50_000;
      assertWhole(downloads().get("set", file(mirror.uri())));
      assertThat(mirror.asked).hasSize(6).startsWith("whole");
      // What was under way when the connection broke may be lost.
      assertThat(mirror.asked.subList(1, 6)).allMatch(range -> range.matches("bytes=[1-9]\\d*-"));
    }
  }

  @Test
  void goesOnInAnotherRun() throws IOException {
    try (Mirror mirror = new Mirror(PACKED)) {
      mirror.cuts.set(100);
      mirror.cutAfter = 0;
      Files.createDirectories(part().getParent());
      Files.write(part(), Arrays.copyOf(PACKED, 123_456));
      Files.writeString(part().resolveSibling("file.gz.part.version"), "\"one\"");
      assertThatThrownBy(() -> downloads().get("set", file(mirror.uri())))
          .hasMessageStartingWith("[AE-295]");
      assertThat(part()).hasSize(123_456);
      mirror.cuts.set(0);
      mirror.asked.clear();
      assertWhole(downloads().get("set", file(mirror.uri())));
      assertThat(mirror.asked).containsExactly("bytes=123456-");
    }
  }

  @Test
  void aPartOfUnknownOriginIsNotContinued() throws IOException {
    try (Mirror mirror = new Mirror(PACKED)) {
      Files.createDirectories(part().getParent());
      Files.write(part(), new byte[1000]);
      assertWhole(downloads().get("set", file(mirror.uri())));
      assertThat(mirror.asked).containsExactly("whole");
    }
  }

  @Test
  void startsAgainWhereTheFileHasChanged() throws IOException {
    try (Mirror mirror = new Mirror(PACKED)) {
      Files.createDirectories(part().getParent());
      Files.write(part(), new byte[1000]);
      Files.writeString(part().resolveSibling("file.gz.part.version"), "\"old\"");
      assertWhole(downloads().get("set", file(mirror.uri())));
      assertThat(mirror.asked).containsExactly("bytes=1000-");
    }
  }

  @Test
  void startsAgainWhereThePartWasWrong() throws IOException {
    try (Mirror mirror = new Mirror(PACKED)) {
      for (int size : new int[] {1000, PACKED.length, PACKED.length + 10}) {
        Files.createDirectories(part().getParent());
        Files.deleteIfExists(folder.resolve("set").resolve("file.gz"));
        Files.write(part(), new byte[size]);
        Files.writeString(part().resolveSibling("file.gz.part.version"), "\"one\"");
        mirror.asked.clear();
        assertWhole(downloads().get("set", file(mirror.uri())));
        assertThat(mirror.asked).containsExactly("bytes=" + size + "-", "whole");
      }
    }
  }

  @Test
  void startsAgainWhereRangesAreNotTaken() throws IOException {
    try (Mirror mirror = new Mirror(PACKED)) {
      mirror.takesRanges = false;
      mirror.cuts.set(1);
      mirror.cutAfter = 100_000;
      assertWhole(downloads().get("set", file(mirror.uri())));
      assertThat(mirror.asked).hasSize(2);
    }
    Files.delete(folder.resolve("set").resolve("file.gz"));
    try (Mirror mirror = new Mirror(PACKED)) {
      mirror.tag = "";
      mirror.cuts.set(1);
      mirror.cutAfter = 100_000;
      assertWhole(downloads().get("set", file(mirror.uri())));
      assertThat(mirror.asked).containsExactly("whole", "whole");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 403, 500, 503})
  void asksTheNextMirror(int status) throws IOException {
    try (Mirror bad = new Mirror(PACKED);
        Mirror good = new Mirror(PACKED)) {
      bad.status = status;
      assertWhole(downloads().get("set", file(bad.uri(), good.uri())));
      assertThat(bad.asked).hasSize(status < 500 ? 1 : 3);
      assertThat(good.asked).containsExactly("whole");
    }
  }

  @Test
  void aWrongFileIsNeverTaken() throws IOException {
    byte[] other = noise(300_000, 2);
    try (Mirror wrong = new Mirror(gzip(other));
        Mirror html = new Mirror("<html>please log in</html>".getBytes(StandardCharsets.UTF_8));
        Mirror good = new Mirror(PACKED)) {
      RemoteFile without = file(wrong.uri(), html.uri());
      assertThatThrownBy(() -> downloads().get("set", without))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("[AE-295] file.gz could not be downloaded: " + wrong.uri())
          .hasMessageContaining(
              "the SHA-256 of its content is " + sha256(other) + ", not " + sha256(CONTENT))
          .hasMessageContaining(html.uri() + ": it is no sound gzip");
      assertThat(folder.resolve("set").resolve("file.gz")).doesNotExist();
      assertThat(part()).doesNotExist();
      assertWhole(downloads().get("set", file(wrong.uri(), html.uri(), good.uri())));
    }
  }

  @Test
  void endlessAnswersAndBombsAreRefused() throws IOException {
    try (Mirror large = new Mirror(noise(400_000, 3));
        Mirror bomb = new Mirror(gzip(new byte[50_000_000]))) {
      assertThatThrownBy(() -> downloads().get("set", file(large.uri(), bomb.uri())))
          .hasMessageContaining("it has 400000 bytes, too many to be this file")
          .hasMessageContaining("it unpacks to more than the 300000 bytes");
    }
  }

  @Test
  void saysThatThereIsNoNetwork() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:" + closed + "/file.gz");
    assertThatThrownBy(() -> downloads().get("set", file(nobody)))
        .hasMessageStartingWith("[AE-295] file.gz could not be downloaded: " + nobody + ": ")
        .hasMessageContaining(nobody + ": it cannot be reached")
        .hasMessageEndingWith("VENTURI_DATA.");
    URI nowhere = URI.create("http://nowhere.invalid/file.gz");
    assertThatThrownBy(() -> downloads().get("set", file(nowhere)))
        .hasMessageContaining(nowhere + ": its host is not found");
  }

  @Test
  void doesNotWaitForEver() throws IOException {
    try (Mirror slow = new Mirror(PACKED);
        Mirror good = new Mirror(PACKED)) {
      slow.cuts.set(100);
      slow.cutAfter = 0;
      slow.stallMillis = 60_000;
      Downloads hasty = Downloads.into(folder).patience(Duration.ofMillis(300));
      assertThatThrownBy(() -> hasty.get("set", file(slow.uri())))
          .hasMessageContaining("nothing came for 1 s");
      assertWhole(hasty.patience(Duration.ofSeconds(1)).get("set", file(slow.uri(), good.uri())));
    }
  }

  @Test
  void saysThatTheFolderCannotBeWritten() throws IOException {
    try (Mirror mirror = new Mirror(PACKED)) {
      Path file = Files.writeString(folder.resolve("file"), "no folder");
      assertThatThrownBy(() -> Downloads.into(file).get("set", file(mirror.uri())))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("[AE-296] " + file.resolve("set").resolve("file.gz"));
      // A folder where the part should be.
      Files.createDirectories(part().resolve("x"));
      assertThatThrownBy(() -> downloads().get("set", file(mirror.uri())))
          .hasMessageStartingWith("[AE-296]")
          .hasMessageContaining("DirectoryNotEmptyException");
    }
  }

  @Test
  void manyThreadsAskOnce() throws Exception {
    try (Mirror mirror = new Mirror(PACKED)) {
      ExecutorService threads = Executors.newFixedThreadPool(8);
      try {
        Callable<Path> get = () -> downloads().get("set", file(mirror.uri()));
        for (Future<Path> got : threads.invokeAll(java.util.Collections.nCopies(8, get))) {
          assertWhole(got.get());
        }
      } finally {
        threads.shutdown();
      }
      assertThat(mirror.asked).containsExactly("whole");
    }
  }

  /** A process of its own, which downloads one file. */
  static final class Main {

    private Main() {}

    public static void main(String[] args) {
      Downloads.into(Path.of(args[0])).get("set", file(URI.create(args[1])));
    }
  }

  private Process start(Mirror mirror) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            folder.toString(),
            mirror.uri().toString())
        .inheritIO()
        .start();
  }

  @Test
  void twoProcessesAskOnce() throws Exception {
    try (Mirror mirror = new Mirror(PACKED)) {
      Process one = start(mirror);
      Process two = start(mirror);
      assertThat(one.waitFor()).isZero();
      assertThat(two.waitFor()).isZero();
      assertWhole(folder.resolve("set").resolve("file.gz"));
      assertThat(mirror.asked).containsExactly("whole");
    }
  }

  @Test
  void aKilledProcessLeavesAPartThatIsContinued() throws Exception {
    try (Mirror mirror = new Mirror(PACKED)) {
      mirror.cuts.set(1);
      mirror.cutAfter = 200_000;
      mirror.stallMillis = 60_000;
      Process process = start(mirror);
      while (!Files.exists(part()) || Files.size(part()) == 0) {
        assertThat(process.isAlive()).isTrue();
        Thread.sleep(10);
      }
      process.destroyForcibly().waitFor();
      assertThat(folder.resolve("set").resolve("file.gz")).doesNotExist();
      mirror.asked.clear();
      assertWhole(downloads().get("set", file(mirror.uri())));
      assertThat(mirror.asked).singleElement().asString().matches("bytes=[1-9]\\d*-");
    }
  }

  @Test
  void anInterruptLeavesThePart() throws Exception {
    try (Mirror mirror = new Mirror(PACKED)) {
      mirror.cuts.set(1);
      mirror.cutAfter = 200_000;
      mirror.stallMillis = 60_000;
      List<Throwable> failures = new ArrayList<>();
      Thread thread =
          new Thread(
              () -> {
                try {
                  downloads().get("set", file(mirror.uri()));
                } catch (DataException e) {
                  failures.add(e);
                }
              });
      thread.start();
      while (!Files.exists(part()) || Files.size(part()) == 0) {
        Thread.sleep(10);
      }
      thread.interrupt();
      thread.join(30_000);
      assertThat(failures).singleElement().asString().contains("[AE-295]");
      assertThat(part()).isNotEmptyFile();
      assertThat(folder.resolve("set").resolve("file.gz")).doesNotExist();
    }
  }

  @Test
  void aRemoteFileHasAPlainName() {
    List<URI> mirrors = List.of(URI.create("http://localhost/"));
    String hash = sha256(CONTENT);
    for (String name : new String[] {"", "../x", "a/b", "a\\b", ".", "..", ".hidden"}) {
      assertThatThrownBy(() -> new RemoteFile(name, hash, 1, mirrors))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new RemoteFile("a", "12", 1, mirrors))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RemoteFile("a", hash, 1, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
