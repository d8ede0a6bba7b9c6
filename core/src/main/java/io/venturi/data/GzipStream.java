package io.venturi.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Reads gzip (RFC 1952) to its very end: unlike the JDK's stream it refuses what follows the last
 * member, and knows the byte at which the file is damaged. An {@link EOFException} means a file cut
 * short, a {@link ZipException} a damaged one.
 */
final class GzipStream extends InputStream {

  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA_FIELD = 4;
  private static final int FILE_NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  private final InputStream source;
  private final byte[] compressed = new byte[1 << 13];
  private final byte[] single = new byte[1];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();

  /**
   * Bytes taken out of the source, of which the inflater or a header may not have used the last.
   */
  private long taken;

  private int position;
  private int limit;
  private boolean started;
  private boolean ended;

  /**
   * @param source at the first byte of the gzip header; the caller closes it
   */
  GzipStream(InputStream source) {
    this.source = source;
  }

  /** Whether a stream, which must support marks, continues with gzip. */
  static boolean startsWithMagic(BufferedInputStream source) throws IOException {
    source.mark(2);
    boolean magic = source.read() == 0x1f && source.read() == 0x8b;
    source.reset();
    return magic;
  }

  /** The number of bytes of the compressed file that were used so far. */
  long offset() {
    return taken - (limit - position);
  }

  @Override
  public int read() throws IOException {
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] destination, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!started) {
      started = true;
      readHeader(next());
    }
    try {
      while (!ended) {
        int count = inflater.inflate(destination, offset, length);
        if (count > 0) {
          checksum.update(destination, offset, count);
          return count;
        }
        if (inflater.finished()) {
          position = limit - inflater.getRemaining();
          readTrailer();
          startNextMember();
        } else if (inflater.needsDictionary()) {
          throw new ZipException("it needs a preset dictionary");
        } else if (inflater.needsInput()) {
          position = limit;
          if (!fill()) {
            throw new EOFException();
          }
          inflater.setInput(compressed, 0, limit);
        }
      }
      return -1;
    } catch (DataFormatException e) {
      position = limit - inflater.getRemaining();
      ZipException damaged =
          new ZipException(e.getMessage() == null ? "invalid compressed data" : e.getMessage());
      damaged.initCause(e);
      throw damaged;
    }
  }

  private void readHeader(int first) throws IOException {
    CRC32 header = new CRC32();
    header.update(first);
    if (first != 0x1f || next(header) != 0x8b) {
      throw new ZipException("what follows is not gzip");
    }
    if (next(header) != 8) {
      throw new ZipException("an unknown compression method");
    }
    int flags = next(header);
    if ((flags & RESERVED) != 0) {
      throw new ZipException("unknown flags in its header");
    }
    for (int i = 0; i < 6; i++) {
      next(header); // Time, compression level and operating system.
    }
    if ((flags & EXTRA_FIELD) != 0) {
      int length = next(header) | next(header) << 8;
      for (int i = 0; i < length; i++) {
        next(header);
      }
    }
    skipText(flags & FILE_NAME, header);
    skipText(flags & COMMENT, header);
    if ((flags & HEADER_CHECKSUM) != 0) {
      int expected = (int) header.getValue() & 0xffff;
      if ((next() | next() << 8) != expected) {
        throw new ZipException("its header's checksum is wrong");
      }
    }
    inflater.reset();
    inflater.setInput(compressed, position, limit - position);
    checksum.reset();
  }

  private void skipText(int flag, CRC32 header) throws IOException {
    if (flag != 0) {
      while (next(header) != 0) {
        // Text ends with a zero byte.
      }
    }
  }

  private void readTrailer() throws IOException {
    if (nextInt() != (int) checksum.getValue()) {
      throw new ZipException("its checksum is wrong");
    }
    if (nextInt() != (int) inflater.getBytesWritten()) {
      throw new ZipException("its length is wrong");
    }
  }

  private void startNextMember() throws IOException {
    if (position < limit || fill()) {
      readHeader(next());
    } else {
      ended = true;
    }
  }

  private int nextInt() throws IOException {
    return next() | next() << 8 | next() << 16 | next() << 24;
  }

  private int next(CRC32 header) throws IOException {
    int value = next();
    header.update(value);
    return value;
  }

  private int next() throws IOException {
    if (position == limit && !fill()) {
      throw new EOFException();
    }
    return compressed[position++] & 0xff;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, source.read(compressed, 0, compressed.length));
    taken += limit;
    return limit > 0;
  }

  /** Frees the memory of the decompression; the source stays open. */
  @Override
  public void close() {
    inflater.end();
  }
}
