package io.venturi.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.error.ModelFileException;
import io.venturi.model.Codec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not what was written are refused, with little memory, and never decoded. */
class HostileFileTest {

  private static final Codec CODEC = new BlockMeans(1);

  /** Where fields lie; the shape has one dimension. */
  private static final int VERSION = 8;

  private static final int CODER = 10;
  private static final int ROWS = 43;
  private static final int DIMENSIONS = 47;
  private static final int SIDE = 48;
  private static final int NUMBERS = 52;
  private static final int BITS = 56;
  private static final int LEVELS = 64;
  private static final int CENTRE = 65;
  private static final int STEP = 69;
  private static final int LOWEST = 73;
  private static final int LENGTH = 75;

  @TempDir private Path folder;

  private final Compression compression = new Compression();
  private Path path;
  private byte[] file;

  @BeforeEach
  void compress() throws IOException {
    path = folder.resolve("rows.vc");
    compression.compress(CODEC, BlockMeans.images(40), Quantisation.bits(4), path);
    file = Files.readAllBytes(path);
  }

  @Test
  void cutShortAtEachByte() throws IOException {
    for (int length = 0; length < file.length; length++) {
      refused(Arrays.copyOf(file, length), "[AE-465]");
    }
  }

  @Test
  void eachByteFlipped() throws IOException {
    for (int i = 0; i < file.length; i++) {
      byte[] altered = file.clone();
      altered[i] ^= (byte) (1 << i % 8);
      refused(altered, i < VERSION ? "[AE-463]" : i < CODER ? "[AE-464]" : "[AE-465]");
    }
  }

  @Test
  void bytesBehindTheEnd() throws IOException {
    refused(Arrays.copyOf(file, file.length + 1), "its checksum is not that of its contents");
    refused(sealed(Arrays.copyOf(file, file.length + 1)), "bytes of codes are not");
  }

  @Test
  void otherKindsOfFiles() throws IOException {
    refused("PK\3\4 and so on".getBytes(StandardCharsets.US_ASCII), "[AE-463]");
    refused(new byte[0], "is cut short or altered: it has 0 bytes alone.");
    refused(with(bytes -> bytes.putShort(VERSION, (short) 2)), "of version 2 of the format");
    refused(with(bytes -> bytes.put(CODER, (byte) 9)), "its entropy coder is unknown");
  }

  /** A checksum can be computed by anyone: what lies behind it has to hold too. */
  @Test
  void countsThatAreNotThere() throws IOException {
    refused(with(bytes -> bytes.putInt(ROWS, Integer.MAX_VALUE)), "bytes for 2147483647 rows");
    refused(with(bytes -> bytes.putInt(ROWS, 0)), "it has 0 rows");
    refused(with(bytes -> bytes.putInt(ROWS, -5)), "it has -5 rows");
    refused(with(bytes -> bytes.putInt(ROWS, 39)), "[AE-465]");
    refused(with(bytes -> bytes.putInt(ROWS, 43)), "a number has too few indices");
    refused(with(bytes -> bytes.put(DIMENSIONS, (byte) 0)), "its rows have 0 dimensions");
    refused(with(bytes -> bytes.put(DIMENSIONS, (byte) 255)), "its rows have 255 dimensions");
    refused(with(bytes -> bytes.putInt(SIDE, 0)), "a side of its rows is 0");
    refused(with(bytes -> bytes.putInt(SIDE, Integer.MAX_VALUE)), "[AE-467]");
    refused(
        with(bytes -> bytes.putInt(NUMBERS, 1 << 30)), "codes of 1073741824 numbers are not in");
    refused(with(bytes -> bytes.putInt(NUMBERS, 0)), "codes of 0 numbers are not in");
    refused(with(bytes -> bytes.putInt(NUMBERS, 8)), "[AE-465]");
    refused(
        with(bytes -> bytes.putInt(LENGTH, Integer.MAX_VALUE)), "number 0 has 2147483647 bytes");
    refused(with(bytes -> bytes.putInt(LENGTH, -1)), "number 0 has -1 bytes for 40 rows");
    refused(with(bytes -> bytes.putInt(LENGTH, 0)), "number 0 has 0 bytes for 40 rows");
  }

  /** The most rows of the fewest bytes: what a file says takes no memory by itself. */
  @Test
  void rowsThatThereIsNoMemoryFor() throws IOException {
    compression.compress(CODEC, BlockMeans.images(1), Quantisation.bits(4), path);
    file = Files.readAllBytes(path);
    Files.write(path, with(bytes -> bytes.putInt(ROWS, Integer.MAX_VALUE)));

    assertThatThrownBy(() -> compression.decompress(path, CODEC))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            "[AE-470] %s has 2147483647 rows of 144 values, 1228799 MiB, for which Java's %d MiB are"
                    .formatted(path, Runtime.getRuntime().maxMemory() >> 20)
                + " too few: take its rows as they come by decompress(path, codec, consumer), or"
                + " give Java more by -Xmx.");
    List<float[]> rows = new ArrayList<>();
    assertThatThrownBy(
            () ->
                compression.decompress(
                    path,
                    CODEC,
                    (row, values) -> {
                      assertThat(row).isEqualTo(rows.size());
                      rows.add(values);
                      if (row == 10) {
                        throw new IllegalStateException("enough");
                      }
                    }))
        .hasMessage("enough");
    assertThat(rows).hasSize(11).allSatisfy(row -> assertThat(row).containsExactly(rows.get(0)));
  }

  /** One index too few is found before the first row is given. */
  @Test
  void noRowOfACodeThatEndsTooEarly() throws IOException {
    Files.write(path, with(bytes -> bytes.putInt(ROWS, 43)));
    List<float[]> rows = new ArrayList<>();
    assertThatThrownBy(() -> compression.decompress(path, CODEC, (row, values) -> rows.add(values)))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("a number has too few indices");
    assertThat(rows).isEmpty();
  }

  @Test
  void levelsThatAreNoNumbers() throws IOException {
    refused(with(bytes -> bytes.putDouble(BITS, Double.NaN)), "its codes have NaN bits");
    for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.MAX_VALUE}) {
      refused(
          with(bytes -> bytes.putFloat(CENTRE, value).putFloat(STEP, value)), "number 0 are no");
    }
    refused(with(bytes -> bytes.putFloat(STEP, 0)), "the levels of number 0 are no numbers");
    refused(with(bytes -> bytes.putFloat(STEP, -1)), "the levels of number 0 are no numbers");
    refused(with(bytes -> bytes.putShort(LOWEST, (short) 1)), "the levels of number 0 are no");
    refused(with(bytes -> bytes.put(LEVELS, (byte) 1)), "[AE-465]");
  }

  private byte[] with(Consumer<ByteBuffer> change) {
    byte[] altered = file.clone();
    change.accept(ByteBuffer.wrap(altered));
    return sealed(altered);
  }

  private static byte[] sealed(byte[] altered) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(altered, 0, altered.length - 32);
      digest.digest(altered, altered.length - 32, 32);
      return altered;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void refused(byte[] bytes, String message) throws IOException {
    Files.write(path, bytes);
    assertThatThrownBy(() -> compression.decompress(path, CODEC))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining(path.toString())
        .hasMessageContaining(message);
    assertThat(bytes).isEqualTo(Files.readAllBytes(path));
  }
}
