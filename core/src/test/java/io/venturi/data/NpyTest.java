package io.venturi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("ByteBufferBackingArray") // All are made by allocate, in this file.
class NpyTest {

  private static final byte[] SMALL = npy("<f4", false, "(2, 3)", floats(1, 2, 3, 4, 5, -6));

  private static final float[][] SMALL_ROWS = {{1, 2, 3}, {4, 5, -6}};

  @TempDir Path folder;

  @Test
  void readsRowsFromAFileInEachVersion() throws IOException {
    for (int version = 1; version <= 3; version++) {
      byte[] bytes = npy(version, header("<f4", false, "(2, 3)"), floats(1, 2, 3, 4, 5, -6));
      Path file = Files.write(folder.resolve("x.npy"), bytes);
      Dataset data = Npy.read(file);
      assertThat(data.name()).isEqualTo(file.toString());
      assertThat(data.shape()).containsExactly(3);
      assertThat(data.toArray()).isDeepEqualTo(SMALL_ROWS);
    }
  }

  @Test
  void readsEveryTypeInBothByteOrders() {
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      String sign = order == ByteOrder.BIG_ENDIAN ? ">" : "<";
      check("|b1", bytes(1, order).put((byte) 0).put((byte) 1), 0, 1);
      check("|b1", bytes(1, order).put((byte) 7).put((byte) 0), 1, 0);
      check("|i1", bytes(1, order).put((byte) -128).put((byte) 127), -128, 127);
      check("|u1", bytes(1, order).put((byte) -128).put((byte) 127), 128, 127);
      check(sign + "i2", bytes(2, order).putShort((short) -2).putShort((short) 300), -2, 300);
      check(sign + "u2", bytes(2, order).putShort((short) -2).putShort((short) 300), 65534, 300);
      check(sign + "i4", bytes(4, order).putInt(-2).putInt(70_000), -2, 70_000);
      check(sign + "u4", bytes(4, order).putInt(-2).putInt(70_000), 0x1p32f, 70_000);
      check(sign + "i8", bytes(8, order).putLong(-2).putLong(1L << 40), -2, 0x1p40f);
      check(sign + "u8", bytes(8, order).putLong(-1).putLong(1L << 40), 0x1p64f, 0x1p40f);
      check(sign + "f2", bytes(2, order).putShort((short) 0x3c00).putShort((short) 0xc500), 1, -5);
      check(sign + "f4", bytes(4, order).putFloat(0.1f).putFloat(-3e38f), 0.1f, -3e38f);
      check(sign + "f8", bytes(8, order).putDouble(0.1).putDouble(-3e38), 0.1f, -3e38f);
    }
  }

  @Test
  void roundsWholeNumbersOnceOnly() {
    // By way of a double the first would be halfway between two floats, and end at the even one.
    long value = (1L << 60) + (1L << 36) + 1;
    ByteBuffer numbers = bytes(8, ByteOrder.LITTLE_ENDIAN).putLong(value).putLong(value);
    check("<i8", numbers, Math.nextUp(0x1p60f), Math.nextUp(0x1p60f));
    check("<u8", numbers, Math.nextUp(0x1p60f), Math.nextUp(0x1p60f));
    long high = (1L << 63) + (1L << 39) + 1;
    check(
        "<u8",
        bytes(8, ByteOrder.LITTLE_ENDIAN).putLong(high).putLong(1L << 63),
        Math.nextUp(0x1p63f),
        0x1p63f);
  }

  @Test
  void readsHalfFloats() {
    short[] halves = {0, (short) 0x8000, 1, (short) 0x83ff, 0x0400, 0x7bff, 0x7c00, (short) 0xfc00};
    ByteBuffer content = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
    for (short each : halves) {
      content.putShort(each);
    }
    content.putShort((short) 0x7e01);
    assertThat(read(npy("<f2", false, "(1, 9)", content.array())).toArray()[0])
        .containsExactly(
            0f,
            -0f,
            0x1p-24f,
            -0x3ffp-24f,
            0x1p-14f,
            65504f,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.NaN);
  }

  @Test
  void turnsFortranOrder() {
    assertThat(read(npy("<f4", true, "(2, 3)", floats(1, 4, 2, 5, 3, -6))).toArray())
        .isDeepEqualTo(SMALL_ROWS);
    assertThat(read(npy("<f4", true, "(3, 1)", floats(1, 2, 3))).toArray())
        .isDeepEqualTo(new float[][] {{1}, {2}, {3}});
    int[] sizes = {130, 3, 4, 2};
    float[] values = new float[130 * 24];
    float[][] expected = new float[130][24];
    for (int r = 0; r < 130; r++) {
      for (int i = 0; i < 24; i++) {
        int y = i / 8;
        int x = i / 2 % 4;
        int channel = i % 2;
        expected[r][i] = r * 24 + i;
        values[r + sizes[0] * (y + 3 * (x + 4 * channel))] = r * 24 + i;
      }
    }
    Dataset data = read(npy("<f4", true, "(130, 3, 4, 2)", floats(values)));
    assertThat(data.shape()).containsExactly(3, 4, 2);
    assertThat(data.toArray()).isDeepEqualTo(expected);
  }

  @Test
  void readsMoreThanItsFirstBlockOfMemory() {
    byte[] content = new byte[700_001 * 3];
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) (i * 31);
    }
    for (boolean fortran : new boolean[] {false, true}) {
      Dataset data = read(npy("|i1", fortran, "(700001, 3)", content));
      float[] row = new float[3];
      for (int i : new int[] {0, 87_381, 87_382, 262_144, 700_000}) {
        data.read(i, row, 0);
        for (int j = 0; j < 3; j++) {
          assertThat(row[j]).isEqualTo(content[fortran ? j * 700_001 + i : i * 3 + j]);
        }
      }
    }
    int[] labels = labels(npy("|u1", false, "(2100003,)", content));
    assertThat(labels).hasSize(2_100_003);
    assertThat(labels[2_100_002]).isEqualTo(content[2_100_002] & 0xff);
  }

  @Test
  void readsHeadersAsOtherProgramsWriteThem() {
    for (String header :
        List.of(
            "{'shape':(2,3),'fortran_order':False,'descr':'<f4'}",
            "{\"descr\": \"<f4\", \"fortran_order\": False, \"shape\": (2L, 3L,), }\n",
            " { 'descr' : '<f4' , 'fortran_order' : False , 'shape' : ( 2 , 3 ) } \n")) {
      assertThat(read(npy(1, header, floats(1, 2, 3, 4, 5, -6))).toArray())
          .isDeepEqualTo(SMALL_ROWS);
    }
  }

  @Test
  void readsLabels() {
    ByteBuffer numbers = bytes(8, ByteOrder.LITTLE_ENDIAN).putLong(-3).putLong(2147483647);
    assertThat(labels(npy("<i8", false, "(2,)", numbers.array()))).containsExactly(-3, 2147483647);
    assertThat(labels(npy("<f4", true, "(2, 1)", floats(0, 7)))).containsExactly(0, 7);
    assertThat(labels(npy("|b1", false, "(2,)", new byte[] {1, 0}))).containsExactly(1, 0);
    assertThatThrownBy(() -> labels(npy("<f4", false, "(2,)", floats(0, 0.5f))))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-223] f holds no labels: row 1 is 0.5. Labels are whole numbers from -2147483648"
                + " to 2147483647, one a row.");
    assertThatThrownBy(() -> labels(npy("<f4", false, "(1,)", floats(Float.NaN))))
        .hasMessageContaining("row 0 is NaN");
    numbers.putLong(0, 1L << 31);
    assertThatThrownBy(() -> labels(npy("<i8", false, "(2,)", numbers.array())))
        .hasMessageContaining("row 0 is 2.147483648E9");
    assertThatThrownBy(() -> labels(SMALL))
        .hasMessageContaining("its shape is (2, 3), not one column");
    assertThatThrownBy(() -> labels(npy("<i8", false, "(0,)", new byte[0])))
        .extracting("kind")
        .isEqualTo(Message.NO_ROWS);
  }

  @Test
  void refusesAFileCutShortAnywhere() {
    int start = SMALL.length - 24;
    for (int length = 0; length < SMALL.length; length++) {
      byte[] cut = Arrays.copyOf(SMALL, length);
      String what =
          length < 6
              ? "0: it does not start as NPY does, with 0x93 NUMPY"
              : length < start
                  ? length + ": it ends inside its header"
                  : length
                      + ": its shape (2, 3) needs 24 bytes of data, but only "
                      + (length - start)
                      + " are there";
      assertThatThrownBy(() -> read(cut))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "[AE-219] f is not a sound NPY array at byte %s. Get the file again, or write it"
                  + " anew.",
              what);
    }
    assertThatThrownBy(() -> read(Arrays.copyOf(SMALL, SMALL.length + 1)))
        .hasMessageContaining(
            "at byte " + SMALL.length + ": its shape (2, 3) needs 24 bytes of data, but more");
  }

  @Test
  void refusesAnyFlippedBitOfTheHeaderOrReadsTheSameShapeOfNumbers() {
    for (int bit = 0; bit < (SMALL.length - 24) * 8; bit++) {
      byte[] flipped = SMALL.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        // Such as another byte order, or True for False; never other amounts of data.
        assertThat(read(flipped).width() * read(flipped).size()).isEqualTo(6);
      } catch (DataException refused) {
        assertThat(refused).hasMessageStartingWith("[AE-2");
      }
    }
  }

  @Test
  void refusesEachDamagedPartOfTheHeader() {
    byte[] version = SMALL.clone();
    version[6] = 4;
    assertThatThrownBy(() -> read(version))
        .hasMessageContaining("at byte 6: its version is 4.0, not 1.0 to 3.0");
    byte[] length = npy(2, header("<f4", false, "(2, 3)"), new byte[24]);
    length[11] = (byte) 0xff; // Over four thousand million bytes.
    assertThatThrownBy(() -> read(length))
        .hasMessageContaining("at byte 8: a header of 4278190139 bytes is longer than 10000");
    refused("", 10, "{ was expected");
    refused("{", 11, "text in quotes was expected");
    refused("{}", 12, "the header lacks one of descr, fortran_order and shape");
    refused("{'descr': '<f4', 'shape': (1, 1)}", 43, "the header lacks one of");
    refused("{'descr': '<f4', 'descr': '<f4'", 41, "the header has descr twice");
    refused("{'descr': '<f4', 'other': 1}", 35, "unknown entry, \"other\"");
    refused("{'descr' '<f4'}", 19, ": was expected");
    refused("{'descr': '<f4' 'shape': (1,)}", 26, "} was expected");
    refused("{'descr': <f4}", 20, "text in quotes was expected");
    refused("{'descr': '<f4}", 20, "text in quotes was expected");
    refused("{'fortran_order': 0}", 28, "True or False was expected");
    refused("{'shape': [1, 2]}", 20, "( was expected");
    refused("{'shape': (1 2)}", 23, ") was expected");
    refused("{'shape': (-1, 2)}", 21, "a size was expected");
    refused("{'shape': (1.5, 2)}", 22, ") was expected");
    refused("{'shape': (99999999999999999999, 2)}", 21, "a size was expected");
    refused("{'shape': (" + "1,".repeat(33) + ")}", 85, "more than 32 dimensions");
    refused(header("<f4", false, "(1, 1)") + "x", 0, "text follows the header's dictionary");
  }

  @Test
  void refusesOtherTypes() {
    for (String type :
        List.of(
            "|O", "<c8", "<c16", "<f16", "|S5", "<U4", "|V8", "<M8[ns]", "|f4", "=f4", "f4", "",
            "<", "<F4", "<b2")) {
      assertThatThrownBy(() -> read(npy(type, false, "(2, 3)", new byte[24])))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "[AE-220] f holds elements of type \"%s\", but only booleans, integers and floats of"
                  + " 2, 4 or 8 bytes are read: convert it.",
              type);
    }
    String structure = "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1, 1)}";
    assertThatThrownBy(() -> read(npy(1, structure, new byte[4])))
        .hasMessageContaining("elements of type with several fields");
  }

  @Test
  void refusesShapesThatCannotBeBeforeItTakesMemory() {
    kindOf("(0, 3)", Message.NO_ROWS);
    kindOf("(0, 9223372036854775807)", Message.NO_ROWS);
    kindOf("(3, 0)", Message.NO_VALUES);
    kindOf("(3,)", Message.NOT_A_MATRIX);
    kindOf("()", Message.NOT_A_MATRIX);
    kindOf("(9223372036854775807, 9223372036854775807)", Message.TOO_MANY_VALUES);
    kindOf("(9223372036854775807, 2)", Message.TOO_MANY_VALUES);
    kindOf("(1, 65536, 65536)", Message.TOO_MANY_VALUES);
    kindOf("(4294967296, 4294967296)", Message.TOO_MANY_VALUES);
    // Two thousand million values are claimed and none is there.
    assertThatThrownBy(() -> read(npy("<f8", false, "(2000000, 1000)", new byte[8])))
        .hasMessageContaining("needs 16000000000 bytes of data, but only 8 are there");
    assertThatThrownBy(() -> read(npy("<f8", true, "(2000000, 1000)", new byte[8])))
        .hasMessageContaining("but only 8 are there");
  }

  @Test
  void refusesNumbersThatNoFloatHoldsAndKeepsInfinity() {
    double[] numbers = {1, Double.POSITIVE_INFINITY, 3, Double.NaN, -1e300, 6};
    ByteBuffer content = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(numbers).forEach(content::putDouble);
    assertThatThrownBy(() -> read(npy("<f8", false, "(2, 3)", content.array())))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-221] Row 1 of f, feature 1 is -1.0E300, beyond the largest float, 3.4028235E38:"
                + " scale the data first.");
    assertThatThrownBy(() -> read(npy("<f8", true, "(2, 3)", content.array())))
        .hasMessageContaining("Row 0 of f, feature 2 is -1.0E300");
    content.putDouble(32, 5);
    float[] row = read(npy("<f8", false, "(1, 6)", content.array())).toArray()[0];
    assertThat(row).containsExactly(1, Float.POSITIVE_INFINITY, 3, Float.NaN, 5, 6);
  }

  @Test
  void refusesPathsThatAreNoFiles() {
    for (Path path : List.of(folder, folder.resolve("missing"))) {
      assertThatThrownBy(() -> Npy.read(path))
          .hasMessage("[AE-205] %s is not a readable file: check the path.", path);
      assertThatThrownBy(() -> Npz.open(path))
          .hasMessage("[AE-205] %s is not a readable file: check the path.", path);
    }
  }

  @Test
  void readsNpzCompressedAndNot() throws IOException {
    byte[] labels = npy("<i4", false, "(2,)", new byte[] {5, 0, 0, 0, -1, -1, -1, -1});
    for (boolean stored : new boolean[] {false, true}) {
      Path file = Files.write(folder.resolve("f.npz"), npz(stored, SMALL, labels));
      Npz npz = Npz.open(file);
      assertThat(npz.names()).containsExactly("X", "../y");
      assertThat(npz.dataset("X").toArray()).isDeepEqualTo(SMALL_ROWS);
      assertThat(npz.dataset("X").name()).isEqualTo("X of " + file);
      assertThat(npz.labels("../y")).containsExactly(5, -1);
      assertThatThrownBy(() -> npz.dataset("x"))
          .isInstanceOf(DataException.class)
          .hasMessage("[AE-227] %s has no array \"x\": it has \"X\", \"../y\".", file);
      assertThatThrownBy(() -> npz.dataset("note.txt")).hasMessageContaining("AE-227");
    }
  }

  @Test
  void refusesDamagedNpzOrReadsTheSame() throws IOException {
    for (boolean stored : new boolean[] {false, true}) {
      byte[] whole = npz(stored, SMALL, SMALL);
      for (int length = 0; length < whole.length; length++) {
        Path file = Files.write(folder.resolve("cut.npz"), Arrays.copyOf(whole, length));
        assertThatThrownBy(() -> Npz.open(file))
            .isInstanceOf(DataException.class)
            .hasMessageStartingWith("[AE-222] " + file + " is not a sound NPZ file: ");
      }
      int refusals = 0;
      for (int bit = 0; bit < whole.length * 8; bit++) {
        byte[] flipped = whole.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        Path file = Files.write(folder.resolve("flipped.npz"), flipped);
        try {
          assertThat(Npz.open(file).dataset("X").toArray()).isDeepEqualTo(SMALL_ROWS);
        } catch (DataException refused) {
          assertThat(refused).hasMessageStartingWith("[AE-2");
          refusals++;
        }
      }
      assertThat(refusals).isGreaterThan(500);
    }
  }

  @Test
  void refusesNpzWithAWrongChecksumEncryptedOrWithANameTwice() throws IOException {
    byte[] whole = npz(true, SMALL, SMALL);
    byte[] changed = whole.clone();
    changed[indexOf(whole, floats(1, 2, 3))] ^= 1;
    Path file = Files.write(folder.resolve("f.npz"), changed);
    assertThatThrownBy(() -> Npz.open(file).dataset("X"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-222] %s is not a sound NPZ file: its array \"X\" does not have the checksum that"
                + " the file gives. Get the file again, or write it anew.",
            file);
    byte[] encrypted = whole.clone();
    encrypted[indexOf(whole, new byte[] {'P', 'K', 1, 2}) + 8] |= 1;
    Files.write(file, encrypted);
    assertThatThrownBy(() -> Npz.open(file)).hasMessageContaining("encrypted");
    byte[] twice =
        new String(whole, StandardCharsets.ISO_8859_1)
            .replace("../y.npy", "note.txt")
            .replace("note.txt", "same.npy")
            .getBytes(StandardCharsets.ISO_8859_1);
    Files.write(file, twice);
    assertThatThrownBy(() -> Npz.open(file)).hasMessageContaining("it has \"same\" twice");
  }

  @Test
  void refusesNpzWithTooManyEntries() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i <= 10_000; i++) {
        zip.putNextEntry(new ZipEntry(i + ".npy"));
      }
    }
    Path file = Files.write(folder.resolve("many.npz"), bytes.toByteArray());
    assertThatThrownBy(() -> Npz.open(file))
        .hasMessageContaining("it has 10001 entries, more than 10000");
  }

  @Test
  void unpacksNoMoreThanTheHeaderAnnounces() throws IOException {
    byte[] bomb = Arrays.copyOf(SMALL, 50_000_000);
    Path file = Files.write(folder.resolve("bomb.npz"), npz(false, bomb, SMALL));
    assertThatThrownBy(() -> Npz.open(file).dataset("X"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("its shape (2, 3) needs 24 bytes of data, but more follow");
  }

  private static void check(String type, ByteBuffer content, float... expected) {
    Dataset data = read(npy(type, false, "(2, 1)", content.array()));
    assertThat(data.toArray()).as(type).isDeepEqualTo(new float[][] {{expected[0]}, {expected[1]}});
  }

  private static void refused(String header, int at, String what) {
    assertThatThrownBy(() -> read(npy(1, header, new byte[8])))
        .as(header)
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(
            "[AE-219] f is not a sound NPY array at byte " + (at == 0 ? "" : at + ": "))
        .hasMessageContaining(what);
  }

  private static void kindOf(String shape, Message kind) {
    assertThatThrownBy(() -> read(npy("<f4", false, shape, new byte[4])))
        .as(shape)
        .isInstanceOf(DataException.class)
        .extracting("kind")
        .isEqualTo(kind);
  }

  private static Dataset read(byte[] file) {
    try {
      return new NpyReader(new ByteArrayInputStream(file), "f").dataset();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int[] labels(byte[] file) {
    try {
      return new NpyReader(new ByteArrayInputStream(file), "f").labels();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteBuffer bytes(int size, ByteOrder order) {
    return ByteBuffer.allocate(2 * size).order(order);
  }

  private static byte[] floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float each : values) {
      bytes.putFloat(each);
    }
    return bytes.array();
  }

  private static String header(String type, boolean fortran, String shape) {
    return "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }"
        .formatted(type, fortran ? "True" : "False", shape);
  }

  private static byte[] npy(String type, boolean fortran, String shape, byte[] content) {
    return npy(1, header(type, fortran, shape) + "   \n", content);
  }

  private static byte[] npy(int version, String header, byte[] content) {
    ByteBuffer file =
        ByteBuffer.allocate(12 + header.length() + content.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    file.put((byte) version).put((byte) 0);
    if (version == 1) {
      file.putShort((short) header.length());
    } else {
      file.putInt(header.length());
    }
    file.put(header.getBytes(StandardCharsets.US_ASCII)).put(content);
    return Arrays.copyOf(file.array(), file.position());
  }

  /** An NPZ of two arrays, X and ../y, and of a text between them. */
  private static byte[] npz(boolean stored, byte[] first, byte[] second) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      String[] names = {"X.npy", "note.txt", "../y.npy"};
      byte[][] contents = {first, {'h', 'i'}, second};
      for (int i = 0; i < names.length; i++) {
        ZipEntry entry = new ZipEntry(names[i]);
        if (stored) {
          CRC32 checksum = new CRC32();
          checksum.update(contents[i]);
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(contents[i].length);
          entry.setCrc(checksum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(contents[i]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .indexOf(new String(wanted, StandardCharsets.ISO_8859_1));
  }
}
