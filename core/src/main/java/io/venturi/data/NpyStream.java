package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.FileFault;
import io.venturi.error.Message;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The rows of an NPY file, one after another. */
final class NpyStream implements RowStream {

  private final Path file;
  private final long rows;

  private NpyStream(Path file, long rows) {
    this.file = file;
    this.rows = rows;
  }

  static NpyStream of(Path file) {
    try (Rows header = new Rows(file)) {
      return new NpyStream(file, header.rows);
    }
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public OptionalLong size() {
    return OptionalLong.of(rows);
  }

  @Override
  public Cursor open() {
    return new Rows(file);
  }

  @Override
  public String toString() {
    return file.toString();
  }

  private static final class Rows implements Cursor {

    private final Path file;
    private final InputStream source;
    private final NpyReader reader;
    private final long rows;
    private final int[] shape;
    private final int width;
    private long row;

    Rows(Path file) {
      this.file = file;
      Source.requireRegular(file);
      try {
        this.source = new BufferedInputStream(Files.newInputStream(file));
      } catch (IOException e) {
        throw new DataException(e, Message.READ_FAILED, file, FileFault.reason(e));
      }
      try {
        this.reader = new NpyReader(source, file.toString());
        this.rows = reader.rows();
        this.shape = reader.rowShape();
        this.width = StoredDataset.widthOf(file.toString(), shape);
        if (reader.fortranOrder()) {
          throw new DataException(Message.STREAM_ORDER, file);
        }
        reader.requireSize(Files.size(file));
      } catch (IOException e) {
        close();
        throw new DataException(e, Message.READ_FAILED, file, FileFault.reason(e));
      } catch (RuntimeException | Error e) {
        close();
        throw e;
      }
    }

    @Override
    public int[] shape() {
      return shape.clone();
    }

    @Override
    public int read(float[] destination, int offset, int count) {
      int read = (int) Math.min(count, rows - row);
      try {
        reader.readRows(row, rows, width, destination, offset, read * width);
      } catch (IOException e) {
        throw new DataException(e, Message.READ_FAILED, file, FileFault.reason(e));
      }
      row += read;
      return read;
    }

    @Override
    public void close() {
      try {
        source.close();
      } catch (IOException e) {
        throw new DataException(e, Message.READ_FAILED, file, FileFault.reason(e));
      }
    }
  }
}
