package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file, one after another. */
record CsvStream(String name, InputSource source, Csv.Options options) implements RowStream {

  CsvStream {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(options, "options");
  }

  @Override
  public Cursor open() {
    InputStream input = null;
    try {
      input = Objects.requireNonNull(source.open(), "the input stream");
      return new Rows(new CsvRows(input, name, options), name);
    } catch (IOException e) {
      close(input, e);
      throw new DataException(e, Message.READ_FAILED, name, e);
    } catch (RuntimeException | Error e) {
      close(input, e);
      throw e;
    }
  }

  private static void close(@Nullable InputStream input, Throwable failure) {
    try {
      if (input != null) {
        input.close();
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }

  private static final class Rows implements Cursor {

    private final CsvRows rows;
    private final String name;
    private final int width;

    /** The line of each row that was read last. */
    private long[] lines = {};

    private boolean ended;

    Rows(CsvRows rows, String name) {
      this.rows = rows;
      this.name = name;
      this.width = rows.width();
    }

    @Override
    public int[] shape() {
      return new int[] {width};
    }

    @Override
    public int read(float[] destination, int offset, int count) {
      if (lines.length < count) {
        lines = new long[count];
      }
      int read = 0;
      try {
        while (read < count && !ended) {
          if (rows.next(destination, offset + read * width)) {
            lines[read++] = rows.line();
          } else {
            ended = true;
          }
        }
      } catch (IOException e) {
        throw new DataException(e, Message.READ_FAILED, name, e);
      }
      return read;
    }

    @Override
    public String place(int row, int feature) {
      return "line " + lines[row] + ", column " + Source.excerpt(rows.features().get(feature));
    }

    @Override
    public void close() {
      try {
        rows.close();
      } catch (IOException e) {
        throw new DataException(e, Message.READ_FAILED, name, e);
      }
    }
  }
}
