package io.venturi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.error.DataException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowStreamTest {

  @TempDir private Path folder;

  private static float[][] drain(RowStream stream, int atOnce) {
    List<float[]> rows = new ArrayList<>();
    try (RowStream.Cursor cursor = stream.open()) {
      int width = Arrays.stream(cursor.shape()).reduce(1, Math::multiplyExact);
      float[] block = new float[1 + atOnce * width];
      for (int n = cursor.read(block, 1, atOnce); n > 0; n = cursor.read(block, 1, atOnce)) {
        for (int row = 0; row < n; row++) {
          rows.add(Arrays.copyOfRange(block, 1 + row * width, 1 + (row + 1) * width));
        }
      }
      assertThat(cursor.read(block, 0, atOnce)).as("after the end").isZero();
    }
    return rows.toArray(float[][]::new);
  }

  private static InputSource text(String text) {
    return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static RowStream csv(String text) {
    return Csv.stream("table.csv", text(text), Csv.Options.defaults());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 100})
  void readsCsvAsTheReaderIntoMemoryDoes(int atOnce) throws IOException {
    String text =
        "\ufeffa,kind,b,c\r\n1,x,2,3\r\n\r\n\"4\",\"two\nlines\",-.5,1e3\n 7 ,,NA,0.1234567890123456789\n";
    Csv.Options options = Csv.Options.defaults().label("kind").fillMissing(9);
    Path file = Files.writeString(folder.resolve("table.csv"), text);
    float[][] expected = Csv.read(file, options).data().toArray();
    assertThat(expected)
        .isDeepEqualTo(new float[][] {{1, 2, 3}, {4, -.5f, 1000}, {7, 9, 0.12345679f}});
    assertThat(drain(Csv.stream(file, options), atOnce)).isDeepEqualTo(expected);
    assertThat(drain(Csv.stream("text", text(text), options), atOnce)).isDeepEqualTo(expected);
  }

  @Test
  void readsCsvWithoutAHeader() {
    RowStream stream =
        Csv.stream(
            "t", text("1;2\n3;4"), Csv.Options.defaults().withoutHeader().separator(';').drop(0));
    assertThat(drain(stream, 5)).isDeepEqualTo(new float[][] {{2}, {4}});
    assertThat(drain(stream, 5)).as("once more").isDeepEqualTo(new float[][] {{2}, {4}});
    assertThat(stream.size()).isEmpty();
    assertThat(stream.withSize(2).size()).hasValue(2);
    assertThatThrownBy(() -> stream.withSize(0))
        .hasMessage("[AE-230] the size of t is 0, but must be at least 1.");
  }

  @Test
  void aCursorSaysTheLinesOfTheRowsItReadLast() {
    try (RowStream.Cursor cursor = csv("a\n1\n\n\"2\n\"\n3\n4\n").open()) {
      float[] values = new float[3];
      assertThat(cursor.read(values, 0, 3)).isEqualTo(3);
      assertThat(cursor.place(0, 0)).isEqualTo("line 2, column \"a\"");
      assertThat(cursor.place(1, 0)).isEqualTo("line 4, column \"a\"");
      assertThat(cursor.place(2, 0)).isEqualTo("line 6, column \"a\"");
      assertThat(cursor.read(values, 0, 3)).isEqualTo(1);
      assertThat(cursor.place(0, 0)).isEqualTo("line 7, column \"a\"");
    }
  }

  @Test
  void damagedCsvIsNamedWithItsLine() {
    assertThatThrownBy(() -> drain(csv("a,b\n1,2\n3\n"), 1))
        .hasMessageStartingWith("[AE-224] table.csv, line 3: it has 1 fields where the first line");
    assertThatThrownBy(() -> drain(csv("a,b\n1,2\n3,4,5\n"), 1)).hasMessageContaining("line 3");
    assertThatThrownBy(() -> drain(csv("a,b\n1,2\n3,x\n"), 1))
        .hasMessageStartingWith("[AE-225] table.csv, line 3, column \"b\" is \"x\"");
    assertThatThrownBy(() -> drain(csv("a,b\n1,2\n,4\n"), 1)).hasMessageStartingWith("[AE-226]");
    assertThatThrownBy(() -> drain(csv("a,b\n1,2\n3,\"4"), 1))
        .hasMessageContaining("a quote is never closed");
    assertThatThrownBy(() -> drain(csv("a,b\n1,2\n3,4\0\n"), 1)).hasMessageContaining("NUL");
    assertThatThrownBy(() -> csv("").open()).hasMessageContaining("the file is empty");
    assertThatThrownBy(() -> Csv.stream(folder, Csv.Options.defaults()).open())
        .hasMessageStartingWith("[AE-205]");
    assertThat(drain(csv("a,b\n"), 1)).isEmpty();
  }

  @Test
  void streamsOfCsvFillAndDropButNeedNoMean() {
    Csv.Options options = Csv.Options.defaults();
    String text = "a,b\n1,\n2,3\n,4\n5,6\n";
    RowStream dropping = Csv.stream("t", text(text), options.dropIncompleteRows());
    for (int atOnce : new int[] {1, 2, 9}) {
      assertThat(drain(dropping, atOnce)).isDeepEqualTo(new float[][] {{2, 3}, {5, 6}});
    }
    try (RowStream.Cursor cursor = dropping.open()) {
      cursor.read(new float[4], 0, 2);
      assertThat(cursor.place(1, 0)).isEqualTo("line 5, column \"a\"");
    }
    assertThat(drain(Csv.stream("t", text(text), options.fillMissing("b", 9).fillMissing(8)), 3))
        .isDeepEqualTo(new float[][] {{1, 9}, {2, 3}, {8, 4}, {5, 6}});
    assertThatThrownBy(
            () -> drain(Csv.stream("t", text("a,b\n1,\n,2\n"), options.dropIncompleteRows()), 1))
        .hasMessageStartingWith("[AE-264] t has no complete row: all 2 lack a value");
    assertThatThrownBy(() -> Csv.stream("t", text(text), options.fillMissingWithMean()))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("[AE-262] Missing values of t cannot be filled with the mean of");
    assertThatThrownBy(() -> Csv.stream(folder, options.fillMissingWithMedian()))
        .hasMessageContaining("the median of their column");
  }

  @Test
  void aSourceThatGivesTheSameStreamAgainIsNamed() throws IOException {
    String text = "a\n1\n2\n";
    InputStream bytes = text(text).open();
    RowStream left = Csv.stream("t", () -> bytes, Csv.Options.defaults());
    assertThat(drain(left, 5)).hasDimensions(2, 1);
    assertThatThrownBy(() -> drain(left, 5))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-265] t gave its rows before and now cannot give them again: nothing is left. Open"
                + " a new stream or iterator each time one is asked for, not one that was made"
                + " before.");
    InputStream file = Files.newInputStream(Files.writeString(folder.resolve("t.csv"), text));
    RowStream closed = Csv.stream("t", () -> file, Csv.Options.defaults());
    assertThat(drain(closed, 5)).hasDimensions(2, 1);
    assertThatThrownBy(() -> drain(closed, 5))
        .hasMessageStartingWith("[AE-265]")
        .hasMessageContaining("ClosedChannelException");
    Path shrinking = Files.writeString(folder.resolve("s.csv"), text);
    RowStream honest = Csv.stream(shrinking, Csv.Options.defaults());
    assertThat(drain(honest, 5)).hasDimensions(2, 1);
    Files.writeString(shrinking, "");
    assertThatThrownBy(() -> drain(honest, 5)).hasMessageContaining("the file is empty");
  }

  @Test
  void aSupplierThatGivesTheSameIteratorAgainIsNamed() {
    Iterator<float[]> one = List.of(new float[] {1}, new float[] {2}).iterator();
    RowStream left = RowStream.of("t", () -> one, 1);
    assertThat(drain(left, 5)).hasDimensions(2, 1);
    assertThatThrownBy(() -> drain(left, 5)).hasMessageStartingWith("[AE-265] t gave its rows");
    Stream<float[]> stream = Stream.of(new float[] {1});
    RowStream consumed = RowStream.of("t", stream::iterator, 1);
    assertThat(drain(consumed, 5)).hasDimensions(1, 1);
    assertThatThrownBy(() -> drain(consumed, 5)).hasMessageStartingWith("[AE-265] t gave its rows");
    assertThat(drain(RowStream.of("t", List.<float[]>of()::iterator, 1), 5)).isEmpty();
  }

  @Test
  void closesWhatItOpened() {
    int[] open = {0};
    InputSource counted =
        () -> {
          open[0]++;
          return new FilterInputStream(text("a,a\n1,2\n").open()) {
            @Override
            public void close() throws IOException {
              open[0]--;
              super.close();
            }
          };
        };
    assertThatThrownBy(() -> Csv.stream("twice", counted, Csv.Options.defaults()).open())
        .hasMessageContaining("two columns are named \"a\"");
    assertThat(open[0]).isZero();
    Csv.Options plain = Csv.Options.defaults().withoutHeader().drop(0);
    assertThatThrownBy(() -> drain(Csv.stream("letters", counted, plain), 1))
        .hasMessageContaining("line 1");
    assertThat(open[0]).isZero();
  }

  @Test
  void aBrokenPipeIsReported() {
    InputSource broken =
        () ->
            new FilterInputStream(text("1\n".repeat(50_000)).open()) {
              @Override
              public int read(byte[] destination, int offset, int length) throws IOException {
                int count = super.read(destination, offset, length);
                if (count < 0) {
                  throw new IOException("broken");
                }
                return count;
              }
            };
    assertThatThrownBy(
            () -> drain(Csv.stream("pipe", broken, Csv.Options.defaults().withoutHeader()), 64))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("[AE-216] pipe could not be read: broken");
  }

  private Path npy(String type, String shape, boolean fortran, int rows, int width, int extra)
      throws IOException {
    String header =
        "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }"
            .formatted(type, fortran ? "True" : "False", shape);
    ByteBuffer bytes = ByteBuffer.allocate(10 + header.length() + rows * width * 4 + extra);
    bytes
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    bytes.putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < rows * width; i++) {
      bytes.putFloat(i);
    }
    return Files.write(folder.resolve("a.npy"), bytes.array());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 5000})
  void readsNpyAsTheReaderIntoMemoryDoes(int atOnce) throws IOException {
    Path file = npy("<f4", "(5000, 2, 3)", false, 5000, 6, 0);
    RowStream stream = Npy.stream(file);
    assertThat(stream.size()).hasValue(5000);
    assertThat(drain(stream, atOnce)).isDeepEqualTo(Npy.read(file).toArray());
    try (RowStream.Cursor cursor = stream.open()) {
      assertThat(cursor.shape()).containsExactly(2, 3);
    }
  }

  /** Before a row is read: nothing that goes by the number of rows can be led astray by it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(9000000000000000000, 6); 216000000000000000000",
        "(768614336404564651, 6); 18446744073709551624", // 8 as a long
        "(40, 6); 960",
        "(33, 6); 792",
        "(31, 6); 744"
      })
  void aHeaderThatClaimsAnotherSizeThanTheFilesIsRefused(String shape, String needed)
      throws IOException {
    Path file = npy("<f4", shape, false, 32, 6, 0);
    assertThatThrownBy(() -> Npy.stream(file))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("[AE-219] " + file)
        .hasMessageContaining("its shape " + shape + " needs " + needed + " bytes of data, but ")
        .hasMessageContaining(shape.startsWith("(31") ? "more follow" : "only 768 are there");
  }

  @Test
  void damagedNpyIsRefused() throws IOException {
    Path tooShort = npy("<f4", "(5000, 7)", false, 4999, 7, 27);
    assertThatThrownBy(() -> drain(Npy.stream(tooShort), 100))
        .hasMessageStartingWith("[AE-219]")
        .hasMessageContaining("needs 140000 bytes of data, but only 139999 are there");
    Path tooLong = npy("<f4", "(50, 7)", false, 50, 7, 1);
    assertThatThrownBy(() -> drain(Npy.stream(tooLong), 100)).hasMessageContaining("more follow");
    Path scattered = npy("<f4", "(50, 7)", true, 50, 7, 0);
    assertThatThrownBy(() -> Npy.stream(scattered)).hasMessageStartingWith("[AE-293]");
    Path flat = npy("<f4", "(50,)", false, 50, 1, 0);
    assertThatThrownBy(() -> Npy.stream(flat)).hasMessageStartingWith("[AE-217]");
    assertThatThrownBy(() -> Npy.stream(folder.resolve("none"))).hasMessageStartingWith("[AE-205]");
    byte[] bytes = Files.readAllBytes(npy("<f8", "(50, 7)", false, 100, 7, 0));
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble(bytes.length - 16, 1e300);
    Path large = Files.write(folder.resolve("large.npy"), bytes);
    assertThatThrownBy(() -> drain(Npy.stream(large), 3))
        .hasMessageStartingWith("[AE-221] Row 49 of")
        .hasMessageContaining("feature 5 is 1.0E300");
  }

  @Test
  void closesAnIteratorThatCanBeClosed() {
    boolean[] closed = {false};
    class Closing implements Iterator<float[]>, AutoCloseable {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public float[] next() {
        return new float[] {1};
      }

      @Override
      public void close() {
        closed[0] = true;
      }
    }
    try (RowStream.Cursor cursor = RowStream.of("endless", Closing::new, 1).open()) {
      assertThat(cursor.read(new float[9], 0, 9)).isEqualTo(9);
    }
    assertThat(closed[0]).isTrue();
  }
}
