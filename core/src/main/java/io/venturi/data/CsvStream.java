package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.FileFault;
import io.venturi.error.Message;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file, one after another. */
final class CsvStream implements RowStream {

  private final String name;
  private final InputSource source;
  private final Csv.Options options;

  /** Whether each opening surely begins at the start. */
  private final boolean isFile;

  /** Whether an opening gave rows: a later one that gives nothing was not a new one. */
  private volatile boolean hasGivenRows;

  CsvStream(String name, InputSource source, Csv.Options options, boolean isFile) {
    this.name = Objects.requireNonNull(name, "name");
    this.source = Objects.requireNonNull(source, "source");
    this.options = Objects.requireNonNull(options, "options");
    this.isFile = isFile;
    MissingValues.Rest rest = options.missing().rest();
    if (rest.needsAllRows()) {
      throw new DataException(
          Message.CSV_NOT_IN_STREAM, name, rest.name().toLowerCase(Locale.ROOT));
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Cursor open() {
    InputStream input = null;
    try {
      input = Objects.requireNonNull(source.open(), "the input stream");
      return new Rows(new CsvRows(input, name, options));
    } catch (IOException e) {
      close(input, e);
      throw isUsedUp()
          ? new DataException(e, Message.USED_UP, name, e)
          : new DataException(e, Message.READ_FAILED, name, FileFault.reason(e));
    } catch (CsvRows.Empty e) {
      close(input, e);
      throw isUsedUp() ? new DataException(e, Message.USED_UP, name, "nothing is left") : e;
    } catch (RuntimeException | Error e) {
      close(input, e);
      throw e;
    }
  }

  private boolean isUsedUp() {
    return hasGivenRows && !isFile;
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

  private final class Rows implements Cursor {

    private final CsvRows rows;
    private final int width;

    /** The line of each row that was read last. */
    private long[] lines = {};

    private boolean ended;

    Rows(CsvRows rows) {
      this.rows = rows;
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
        throw new DataException(e, Message.READ_FAILED, name, FileFault.reason(e));
      }
      hasGivenRows |= read > 0;
      return read;
    }

    @Override
    public List<String> featureNames() {
      return rows.features();
    }

    @Override
    public String place(int row, int feature) {
      return CsvDataset.place(lines[row], rows.features().get(feature));
    }

    @Override
    public void close() {
      try {
        rows.close();
      } catch (IOException e) {
        throw new DataException(e, Message.READ_FAILED, name, FileFault.reason(e));
      }
    }
  }
}
