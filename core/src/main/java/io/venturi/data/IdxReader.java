package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.FileFault;
import io.venturi.error.Message;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.ZipException;

/** One reading of one IDX stream of unsigned bytes. */
final class IdxReader {

  private static final int UNSIGNED_BYTE = 0x08;

  /** Memory for the data starts with this and doubles as the data comes. */
  private static final int FIRST_BLOCK = 1 << 20;

  private final BufferedInputStream source;
  private final String name;
  private final int[] dimensions;

  /**
   * @param dimensions how many the data must have
   */
  IdxReader(InputStream source, String name, int dimensions) {
    this.source =
        source instanceof BufferedInputStream buffered
            ? buffered
            : new BufferedInputStream(source, 1 << 16);
    this.name = name;
    this.dimensions = new int[dimensions];
  }

  /** The sizes that the header gave, once the data is read. */
  int[] dimensions() {
    return dimensions.clone();
  }

  /** Reads header and data, and sees that nothing follows. */
  byte[] read() {
    try {
      return GzipStream.startsWithMagic(source) ? readCompressed() : readContent(source);
    } catch (IOException e) {
      throw new DataException(e, Message.READ_FAILED, name, FileFault.reason(e));
    }
  }

  private byte[] readCompressed() throws IOException {
    try (GzipStream content = new GzipStream(source)) {
      try {
        return readContent(content);
      } catch (EOFException e) {
        throw new DataException(
            e, Message.GZIP_DAMAGED, name, content.offset(), "it is cut short there");
      } catch (ZipException e) {
        throw new DataException(
            e, Message.GZIP_DAMAGED, name, content.offset(), String.valueOf(e.getMessage()));
      }
    }
  }

  private byte[] readContent(InputStream content) throws IOException {
    int length = readHeader(content);
    return readData(content, length);
  }

  private int readHeader(InputStream content) throws IOException {
    int magicLength = Integer.BYTES;
    byte[] header = content.readNBytes(magicLength);
    if (header.length < magicLength) {
      throw new DataException(
          Message.IDX_HEADER, name, header.length, magicLength * (1 + dimensions.length));
    }
    checkMagic(intAt(header, 0));
    byte[] sizes = content.readNBytes(Integer.BYTES * dimensions.length);
    if (sizes.length < Integer.BYTES * dimensions.length) {
      throw new DataException(
          Message.IDX_HEADER,
          name,
          magicLength + sizes.length,
          magicLength * (1 + dimensions.length));
    }
    boolean sound = true;
    long length = 1;
    for (int i = 0; i < dimensions.length; i++) {
      dimensions[i] = intAt(sizes, i * Integer.BYTES);
      sound &= dimensions[i] > 0;
      // Stays below 2^62: it is at most MOST_VALUES before it is multiplied.
      length *= sound ? dimensions[i] : 1;
      sound &= length <= StoredDataset.MOST_VALUES;
    }
    if (!sound) {
      throw new DataException(Message.IDX_SHAPE, name, claimed(), StoredDataset.MOST_VALUES);
    }
    return (int) length;
  }

  private void checkMagic(int magic) {
    int type = magic >>> 8;
    if (type != UNSIGNED_BYTE) {
      String otherType = typeName(type);
      throw otherType.isEmpty()
          ? new DataException(Message.IDX_MAGIC, name, magic)
          : new DataException(Message.IDX_TYPE, name, otherType);
    }
    if ((magic & 0xff) != dimensions.length) {
      throw new DataException(Message.IDX_DIMENSIONS, name, magic & 0xff, dimensions.length);
    }
  }

  private static String typeName(int type) {
    return switch (type) {
      case 0x09 -> "signed bytes";
      case 0x0b -> "16-bit integers";
      case 0x0c -> "32-bit integers";
      case 0x0d -> "32-bit floats";
      case 0x0e -> "64-bit floats";
      default -> "";
    };
  }

  private byte[] readData(InputStream content, int length) throws IOException {
    byte[] data = new byte[Math.min(length, FIRST_BLOCK)];
    int count = 0;
    while (count < length) {
      if (count == data.length) {
        data = Arrays.copyOf(data, (int) Math.min(length, 2L * data.length));
      }
      int read = content.readNBytes(data, count, data.length - count);
      count += read;
      if (count < data.length) {
        throw new DataException(
            Message.IDX_SIZE, name, claimed(), length, "only " + count + " are there");
      }
    }
    if (content.read() >= 0) {
      throw new DataException(Message.IDX_SIZE, name, claimed(), length, "more bytes follow");
    }
    return data;
  }

  /** The sizes as the header gives them, such as 60000 x 28 x 28. */
  private String claimed() {
    StringBuilder text = new StringBuilder();
    for (int dimension : dimensions) {
      text.append(text.isEmpty() ? "" : " x ").append(Integer.toUnsignedString(dimension));
    }
    return text.toString();
  }

  private static int intAt(byte[] bytes, int offset) {
    return ByteBuffer.wrap(bytes).getInt(offset);
  }
}
