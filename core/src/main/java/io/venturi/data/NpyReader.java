package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One reading of one NPY array, from its first byte to its last. */
final class NpyReader {

  /** What NumPy itself allows. */
  private static final int LONGEST_HEADER = 10_000;

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** Elements that are converted at a time. */
  private static final int BLOCK = 1 << 13;

  /** Memory for the data starts with this many elements and doubles as the data comes. */
  private static final int FIRST_BLOCK = 1 << 18;

  private final InputStream source;
  private final String name;
  private final byte[] block = new byte[BLOCK * Long.BYTES];
  private final ByteBuffer buffer = ByteBuffer.wrap(block);
  private final NpyHeader header;
  private final NpyType type;

  /** How many bytes were taken from the source. */
  private long offset;

  NpyReader(InputStream source, String name) throws IOException {
    this.source = source;
    this.name = name;
    this.header = readHeader();
    this.type = header.type();
    buffer.order(header.order());
  }

  private NpyHeader readHeader() throws IOException {
    byte[] magic = source.readNBytes(MAGIC.length);
    if (!Arrays.equals(magic, MAGIC)) {
      throw fault(0, "it does not start as NPY does, with 0x93 NUMPY");
    }
    byte[] version = headerBytes(MAGIC.length, 2);
    if (version[0] < 1 || version[0] > 3 || version[1] != 0) {
      throw fault(
          MAGIC.length,
          "its version is " + (version[0] & 0xff) + "." + (version[1] & 0xff) + ", not 1.0 to 3.0");
    }
    int start = MAGIC.length + 2;
    ByteBuffer size = ByteBuffer.wrap(headerBytes(start, version[0] == 1 ? 2 : 4));
    size.order(ByteOrder.LITTLE_ENDIAN);
    long length = version[0] == 1 ? size.getShort() & 0xffff : size.getInt() & 0xffffffffL;
    if (length > LONGEST_HEADER) {
      throw fault(start, "a header of " + length + " bytes is longer than " + LONGEST_HEADER);
    }
    start += size.capacity();
    byte[] text = headerBytes(start, (int) length);
    offset = start + length;
    // Only the names of fields could be other than ASCII, and arrays with fields are refused.
    return NpyHeader.parse(new String(text, StandardCharsets.ISO_8859_1), start, name);
  }

  private byte[] headerBytes(int start, int length) throws IOException {
    byte[] bytes = source.readNBytes(length);
    if (bytes.length < length) {
      throw fault(start + bytes.length, "it ends inside its header");
    }
    return bytes;
  }

  /** How many rows the array has: what its first dimension counts. */
  long rows() {
    long[] sizes = header.shape();
    if (sizes.length < 2) {
      throw new DataException(Message.NOT_A_MATRIX, name, header.shapeText(), type);
    }
    if (sizes[0] == 0) {
      throw new DataException(Message.NO_ROWS, name);
    }
    return sizes[0];
  }

  /** The shape of one row. */
  int[] rowShape() {
    long[] sizes = header.shape();
    int[] shape = new int[sizes.length - 1];
    for (int i = 0; i < shape.length; i++) {
      if (sizes[i + 1] > StoredDataset.MOST_VALUES) {
        throw new DataException(
            Message.TOO_MANY_VALUES, name, sizes[0], sizes[i + 1], StoredDataset.MOST_VALUES);
      }
      shape[i] = (int) sizes[i + 1];
    }
    return shape;
  }

  /** Whether a row's values lie scattered over the whole file. */
  boolean fortranOrder() {
    return header.fortranOrder();
  }

  /**
   * Reads the next values of an array in C order.
   *
   * @param row the number of the first one's row
   * @param rows how many the array has
   * @param count how many values, of whole rows
   */
  void readRows(long row, long rows, int width, float[] destination, int start, int count)
      throws IOException {
    for (int done = 0; done < count; ) {
      int next = readBlock(row * width + done, row * width + count);
      for (int i = 0; i < next; i++) {
        float value = type.floatAt(buffer, i * type.size());
        if (Float.isInfinite(value)) {
          long index = row * width + done + i;
          requireInfinite(i, index / width, (int) (index % width));
        }
        destination[start + done + i] = value;
      }
      done += next;
    }
    if (row + count / width == rows) {
      requireEnd();
    }
  }

  /** Reads the array as rows: its first dimension counts them, the others are the shape of one. */
  Dataset dataset() throws IOException {
    long rows = rows();
    int[] shape = rowShape();
    int width = StoredDataset.widthOf(name, shape);
    int length = StoredDataset.lengthOf(name, rows, width);
    boolean columnsFirst = header.fortranOrder();
    FortranOrder columns = FortranOrder.of(shape);
    float[] values = new float[Math.min(length, FIRST_BLOCK)];
    for (int count = 0; count < length; ) {
      int next = readBlock(count, length);
      if (count + next > values.length) {
        values = Arrays.copyOf(values, (int) Math.min(length, 2L * values.length));
      }
      for (int i = 0; i < next; i++) {
        float value = type.floatAt(buffer, i * type.size());
        if (Float.isInfinite(value)) {
          if (columnsFirst) {
            int index = count + i;
            requireInfinite(i, index % rows, columns.feature((int) (index / rows)));
          } else {
            requireInfinite(i, (count + i) / width, (count + i) % width);
          }
        }
        values[count + i] = value;
      }
      count += next;
    }
    requireEnd();
    return FloatDataset.wrap(name, columnsFirst ? columns.byRows(values) : values, shape);
  }

  /** Refuses a number that became infinite by rounding; infinity itself is for checks to find. */
  private void requireInfinite(int inBlock, long row, int feature) {
    double value = type.doubleAt(buffer, inBlock * type.size());
    if (!Double.isInfinite(value)) {
      throw new DataException(Message.VALUE_TOO_LARGE, row, name, feature, value);
    }
  }

  /** Reads an array of one dimension, or of one column, as whole numbers. */
  int[] labels() throws IOException {
    long[] sizes = header.shape();
    if (!(sizes.length == 1 || (sizes.length == 2 && sizes[1] == 1))) {
      throw new DataException(
          Message.NOT_LABELS, name, "its shape is " + header.shapeText() + ", not one column");
    }
    if (sizes[0] == 0) {
      throw new DataException(Message.NO_ROWS, name);
    }
    int length = StoredDataset.lengthOf(name, sizes[0], 1);
    int[] labels = new int[Math.min(length, FIRST_BLOCK)];
    for (int count = 0; count < length; ) {
      int next = readBlock(count, length);
      if (count + next > labels.length) {
        labels = Arrays.copyOf(labels, (int) Math.min(length, 2L * labels.length));
      }
      for (int i = 0; i < next; i++) {
        double value = type.doubleAt(buffer, i * type.size());
        labels[count + i] = (int) value;
        if (labels[count + i] != value) {
          throw new DataException(Message.NOT_LABELS, name, "row " + (count + i) + " is " + value);
        }
      }
      count += next;
    }
    requireEnd();
    return labels;
  }

  /** Reads the next elements into the buffer. */
  private int readBlock(long count, long length) throws IOException {
    int next = (int) Math.min(BLOCK, length - count);
    int wanted = next * type.size();
    int read = source.readNBytes(block, 0, wanted);
    offset += read;
    if (read < wanted) {
      long there = count * type.size() + read;
      throw fault(offset, needs() + ", but only " + there + " are there");
    }
    return next;
  }

  private void requireEnd() throws IOException {
    if (source.read() >= 0) {
      throw fault(offset, needs() + ", but more follow");
    }
  }

  /**
   * Refuses a file that does not have as many bytes as its header says, before any are read.
   *
   * @param fileSize the array's bytes, its header included
   */
  void requireSize(long fileSize) {
    long there = Math.max(0, fileSize - offset);
    int longer = BigInteger.valueOf(there).compareTo(bytesNeeded());
    if (longer < 0) {
      throw fault(offset + there, needs() + ", but only " + there + " are there");
    }
    if (longer > 0) {
      throw fault(offset + bytesNeeded().longValueExact(), needs() + ", but more follow");
    }
  }

  private String needs() {
    return "its shape " + header.shapeText() + " needs " + bytesNeeded() + " bytes of data";
  }

  /** A header can claim more than a {@code long} counts. */
  private BigInteger bytesNeeded() {
    return Arrays.stream(header.shape())
        .mapToObj(BigInteger::valueOf)
        .reduce(BigInteger.valueOf(type.size()), BigInteger::multiply);
  }

  private DataException fault(long at, String what) {
    return new DataException(Message.NPY_DAMAGED, name, at, what);
  }
}
