package io.venturi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {

  /** Two images of 2 x 3 pixels. */
  private static final byte[] IMAGES =
      idx(0x803, new int[] {2, 2, 3}, 0, 1, 2, 3, 4, 255, 128, 51, 0, 0, 0, 1);

  private static final byte[] LABELS = idx(0x801, new int[] {3}, 0, 9, 255);

  @TempDir Path folder;

  @Test
  void readsImages() throws IOException {
    Path file = Files.write(folder.resolve("images"), IMAGES);
    for (Dataset data :
        new Dataset[] {Idx.images(file), images(IMAGES), images(gzip(IMAGES)), images(IMAGES)}) {
      assertThat(data.shape()).containsExactly(2, 3, 1);
      assertThat(data.size()).isEqualTo(2);
      assertThat(data.width()).isEqualTo(6);
      assertThat(data.toArray())
          .isDeepEqualTo(
              new float[][] {
                {0, 1 / 255f, 2 / 255f, 3 / 255f, 4 / 255f, 1},
                {128 / 255f, 0.2f, 0, 0, 0, 1 / 255f}
              });
      assertThat(data.knownWithin(0, 1)).isTrue();
      assertThat(data.knownWithin(-5, 1)).isTrue();
      assertThat(data.knownWithin(0.01, 1)).isFalse();
      assertThat(data.knownWithin(0, 0.99)).isFalse();
      assertThat(data.slice(1, 2).knownWithin(0, 1)).isTrue();
      assertThat(data.select(new int[] {1}).knownWithin(0, 1)).isTrue();
      assertThat(data.slice(1, 2).toArray()[0]).isEqualTo(data.toArray()[1]);
      float[] batch = new float[12];
      data.read(new int[] {7, 1, 0}, 1, 2, batch);
      assertThat(Arrays.copyOf(batch, 6)).isEqualTo(data.toArray()[1]);
      assertThat(Arrays.copyOfRange(batch, 6, 12)).isEqualTo(data.toArray()[0]);
    }
    assertThat(Idx.images(file).name()).isEqualTo(file.toString());
  }

  @Test
  void readsLabels() throws IOException {
    assertThat(Idx.labels(Files.write(folder.resolve("labels"), LABELS)))
        .containsExactly(0, 9, 255);
    assertThat(labels(gzip(LABELS))).containsExactly(0, 9, 255);
  }

  @Test
  void tellsGzipFromTheBytesAndNotFromTheName() throws IOException {
    assertThat(Idx.labels(Files.write(folder.resolve("plain.gz"), LABELS))).hasSize(3);
    assertThat(Idx.labels(Files.write(folder.resolve("packed.idx"), gzip(LABELS)))).hasSize(3);
  }

  @Test
  void readsMoreThanItsFirstBlockOfMemory() {
    byte[] pixels = new byte[3_000 * 28 * 28];
    new Random(1).nextBytes(pixels);
    byte[] file =
        ByteBuffer.allocate(16 + pixels.length)
            .putInt(0x803)
            .putInt(3_000)
            .putInt(28)
            .putInt(28)
            .put(pixels)
            .array();
    for (byte[] each : new byte[][] {file, gzip(file)}) {
      Dataset data = images(each);
      float[] row = new float[784];
      for (int i : new int[] {0, 1_337, 1_338, 2_999}) {
        data.read(i, row, 0);
        for (int pixel = 0; pixel < 784; pixel++) {
          assertThat(row[pixel]).isEqualTo((pixels[i * 784 + pixel] & 0xff) / 255f);
        }
      }
    }
  }

  @Test
  void readsGzipOfSeveralMembersAndWithEveryOptionalHeaderField() throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.write(gzip(Arrays.copyOf(LABELS, 5)));
    members.write(gzip(new byte[0]));
    members.write(withHeaderFields(gzip(Arrays.copyOfRange(LABELS, 5, LABELS.length))));
    assertThat(labels(members.toByteArray())).containsExactly(0, 9, 255);
  }

  @Test
  void readsFromAStreamThatGivesFewBytesAtATime() {
    for (byte[] each : new byte[][] {IMAGES, gzip(IMAGES)}) {
      assertThat(Idx.images(new Trickle(each), "trickle").size()).isEqualTo(2);
    }
  }

  @Test
  void refusesAPlainFileCutShortAnywhere() {
    for (int length = 0; length < IMAGES.length; length++) {
      byte[] cut = Arrays.copyOf(IMAGES, length);
      String expected =
          length < 16
              ? "[AE-212] f ends after %d bytes, inside its IDX header of 16: the file is cut"
                  + " short, get it again."
              : "[AE-208] f says 2 x 2 x 3 in its header, which is 12 bytes of data, but only %d"
                  + " are there: the file is cut short or damaged, get it again.";
      assertThatThrownBy(() -> images(cut))
          .isInstanceOf(DataException.class)
          .hasMessage(expected, length < 16 ? length : length - 16);
    }
  }

  @Test
  void refusesAGzipFileCutShortAnywhere() {
    byte[] whole = withHeaderFields(gzip(IMAGES));
    for (int length = 2; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> images(cut))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "[AE-215] f is not sound gzip at byte %d: it is cut short there. Get the file again.",
              length);
    }
  }

  @Test
  void refusesAnyFlippedBitOfAGzipFileOrReadsTheSame() {
    byte[] whole = gzip(IMAGES);
    float[][] expected = images(IMAGES).toArray();
    int harmless = 0;
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        // The time, the operating system and the bits between data and checksum mean nothing.
        assertThat(images(flipped).toArray()).isDeepEqualTo(expected);
        harmless++;
      } catch (DataException refused) {
        assertThat(refused).hasMessageStartingWith("[AE-2");
      }
    }
    assertThat(harmless).isLessThan(60);
  }

  @Test
  void refusesDamagedGzip() {
    byte[] wrongSum = gzip(LABELS);
    wrongSum[wrongSum.length - 8] ^= 1;
    assertThatThrownBy(() -> labels(wrongSum))
        .hasMessage(
            "[AE-215] f is not sound gzip at byte %d: its checksum is wrong. Get the file again.",
            wrongSum.length - 4);
    byte[] wrongLength = gzip(LABELS);
    wrongLength[wrongLength.length - 1] ^= 1;
    assertThatThrownBy(() -> labels(wrongLength)).hasMessageContaining("its length is wrong");
    byte[] wrongHeader = withHeaderFields(gzip(LABELS));
    wrongHeader[12] ^= 1;
    assertThatThrownBy(() -> labels(wrongHeader))
        .hasMessageContaining("its header's checksum is wrong");
    byte[] method = gzip(LABELS);
    method[2] = 7;
    assertThatThrownBy(() -> labels(method)).hasMessageContaining("an unknown compression method");
    byte[] flags = gzip(LABELS);
    flags[3] = (byte) 0x80;
    assertThatThrownBy(() -> labels(flags)).hasMessageContaining("unknown flags in its header");
    byte[] noDeflate = gzip(LABELS);
    noDeflate[10] = (byte) 0xff;
    assertThatThrownBy(() -> labels(noDeflate)).hasMessageContaining("invalid block type");
  }

  @Test
  void refusesWhatFollowsTheData() {
    assertThatThrownBy(() -> labels(Arrays.copyOf(LABELS, LABELS.length + 1)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-208] f says 3 in its header, which is 3 bytes of data, but more bytes follow: the"
                + " file is cut short or damaged, get it again.");
    assertThatThrownBy(() -> labels(gzip(Arrays.copyOf(LABELS, LABELS.length + 1))))
        .hasMessageContaining("more bytes follow");
    byte[] packed = gzip(LABELS);
    for (int extra : new int[] {1, 2, 7, 30, 9_000}) {
      assertThatThrownBy(() -> labels(Arrays.copyOf(packed, packed.length + extra)))
          .hasMessage(
              "[AE-215] f is not sound gzip at byte %d: what follows is not gzip. Get the file"
                  + " again.",
              packed.length + 1);
    }
  }

  @Test
  void refusesOtherFiles() {
    assertThatThrownBy(() -> images("%PDF-1.7 and so on".getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-206] f starts with 0x25504446, which is no IDX header of unsigned bytes"
                + " (0x0000080N, N dimensions): is it an IDX file?");
    assertThatThrownBy(() -> images(LABELS))
        .hasMessage(
            "[AE-207] f is an IDX file of 1 dimensions where 3 were expected: use the right file.");
    assertThatThrownBy(() -> labels(IMAGES))
        .hasMessage(
            "[AE-207] f is an IDX file of 3 dimensions where 1 were expected: use the right file.");
    assertThatThrownBy(() -> labels(idx(0xd01, new int[] {1}, 0, 0, 0, 0)))
        .hasMessage(
            "[AE-213] f is an IDX file of 32-bit floats where unsigned bytes were expected: convert"
                + " it, or read it another way.");
    for (int type : new int[] {0x9, 0xb, 0xc, 0xe}) {
      assertThatThrownBy(() -> labels(idx(type << 8 | 1, new int[] {1}, 0)))
          .extracting("kind")
          .isEqualTo(Message.IDX_TYPE);
    }
    assertThatThrownBy(() -> labels(idx(0x01000801, new int[] {1}, 0)))
        .extracting("kind")
        .isEqualTo(Message.IDX_MAGIC);
  }

  @Test
  void refusesSizesThatCannotBeBeforeItTakesMemory() {
    for (int[] sizes :
        new int[][] {
          {0, 28, 28},
          {5, 0, 28},
          {-1, 28, 28},
          {Integer.MAX_VALUE, 2, 1},
          {Integer.MAX_VALUE, 1, 1},
          {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE},
          {1 << 16, 1 << 16, 1},
          {1 << 22, 1 << 21, 1 << 21},
        }) {
      assertThatThrownBy(() -> images(idx(0x803, sizes)))
          .extracting("kind")
          .isEqualTo(Message.IDX_SHAPE);
    }
    assertThatThrownBy(() -> images(idx(0x803, new int[] {-1, 28, 28})))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-214] f says 4294967295 x 28 x 28 in its IDX header: every dimension must be at"
                + " least 1 and the whole at most 2147483639 bytes. The file is damaged, or too"
                + " large for one dataset.");
    // Two gigabytes are claimed and none is there: the test's heap could not hold them.
    assertThatThrownBy(() -> images(idx(0x803, new int[] {2_000_000_000, 1, 1}, 1, 2)))
        .hasMessageContaining("2000000000 bytes of data, but only 2 are there");
  }

  @Test
  void refusesPathsThatAreNoFiles() {
    Path missing = folder.resolve("missing");
    for (Path path : new Path[] {missing, folder}) {
      assertThatThrownBy(() -> Idx.images(path))
          .isInstanceOf(DataException.class)
          .hasMessage("[AE-205] %s is not a readable file: check the path.", path);
    }
  }

  @Test
  void keepsTheCauseOfAFailedRead() throws IOException {
    InputStream broken = InputStream.nullInputStream();
    broken.close();
    assertThatThrownBy(() -> Idx.labels(broken, "f"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-216] f could not be read: Stream closed. Check its permissions and the disk.")
        .hasCauseInstanceOf(IOException.class);
  }

  private static Dataset images(byte[] file) {
    return Idx.images(new ByteArrayInputStream(file), "f");
  }

  private static int[] labels(byte[] file) {
    return Idx.labels(new ByteArrayInputStream(file), "f");
  }

  private static byte[] idx(int magic, int[] sizes, int... values) {
    ByteBuffer file = ByteBuffer.allocate(4 + 4 * sizes.length + values.length).putInt(magic);
    Arrays.stream(sizes).forEach(file::putInt);
    Arrays.stream(values).forEach(value -> file.put((byte) value));
    return file.array();
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(file)) {
      packed.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  /** Adds extra field, name, comment and header checksum to a plain gzip header of 10 bytes. */
  private static byte[] withHeaderFields(byte[] packed) {
    byte[] header = Arrays.copyOf(packed, 10);
    header[3] = 2 | 4 | 8 | 16;
    byte[] fields = "\3\0abcname\0comment\0".getBytes(StandardCharsets.ISO_8859_1);
    CRC32 sum = new CRC32();
    sum.update(header);
    sum.update(fields);
    return ByteBuffer.allocate(packed.length + fields.length + 2)
        .put(header)
        .put(fields)
        .put((byte) sum.getValue())
        .put((byte) (sum.getValue() >>> 8))
        .put(packed, 10, packed.length - 10)
        .array();
  }

  /** Gives one to three bytes at a time. */
  private static final class Trickle extends InputStream {

    private final ByteArrayInputStream source;
    private int turn;

    Trickle(byte[] content) {
      source = new ByteArrayInputStream(content);
    }

    @Override
    public int read() {
      return source.read();
    }

    @Override
    public int read(byte[] destination, int offset, int length) {
      return source.read(destination, offset, Math.min(length, 1 + turn++ % 3));
    }
  }
}
