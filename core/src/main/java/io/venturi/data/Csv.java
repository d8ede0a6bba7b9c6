package io.venturi.data;

import io.venturi.error.DataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads tables of numbers from CSV files (RFC 4180) in UTF-8, into memory or one row after another.
 * Fields may be quoted, a quote within a quoted field is doubled; lines end in LF, CR or both;
 * empty lines are skipped. Every column but the label and the dropped ones must hold numbers,
 * around which spaces do not matter. Numbers are rounded to the nearest float.
 *
 * <p>Files are not trusted: a row of another width than the first, a quote that is never closed, a
 * character after a closing quote, a NUL, a field of more than a million characters, text that is
 * not UTF-8 and anything that is not a number are refused with their line. A row's line is that in
 * which it starts. Links are followed; anything but a regular file is refused.
 */
public final class Csv {

  private Csv() {}

  /**
   * Reads a table.
   *
   * @throws DataException if the file is not there, is damaged, or has no rows, if it lacks a
   *     column that the options name, or if a field is missing or no number
   */
  public static CsvTable read(Path file, Options options) {
    return Source.read(file, (source, name) -> CsvReading.read(source, name, options));
  }

  /**
   * The rows of a table that may be larger than memory, to train on with {@code Trainer.fit}. The
   * label column, if there is one, is left out. A table without rows is refused when it is read.
   *
   * @throws DataException when it is read, as by {@link #read}
   */
  public static RowStream stream(Path file, Options options) {
    return stream(
        file.toString(),
        () -> {
          Source.requireRegular(file);
          return Files.newInputStream(file);
        },
        options);
  }

  /**
   * The rows of a table that is no file: text that is unpacked, generated or piped, and not kept.
   *
   * <pre>{@code
   * Csv.stream("days.csv.gz", () -> new GZIPInputStream(Files.newInputStream(path)), options)
   * Csv.stream("the standard input", () -> System.in, options) // for one epoch
   * }</pre>
   *
   * @param name what messages call it
   * @param source is asked for a new stream of bytes each time the rows are read from the first on:
   *     once for each epoch
   * @throws DataException when it is read, as by {@link #read}
   */
  public static RowStream stream(String name, InputSource source, Options options) {
    return new CsvStream(name, source, options);
  }

  /**
   * A column by its name, or by its number if the name is empty.
   *
   * @param index from 0
   */
  record Column(String name, int index) {

    Column {
      if (index < 0) {
        throw new IllegalArgumentException("Column " + index + ": columns are counted from 0.");
      }
    }
  }

  /** How to read a table. Never changes: each method gives a copy that differs in one respect. */
  public static final class Options {

    private static final Options DEFAULTS =
        new Options(true, ',', '"', List.of(), List.of(), Float.NaN);

    private final boolean header;
    private final char separator;
    private final char quote;
    private final List<Column> label;
    private final List<Column> dropped;
    private final float fill;

    private Options(
        boolean header,
        char separator,
        char quote,
        List<Column> label,
        List<Column> dropped,
        float fill) {
      if (separator == quote || isLineEnd(separator) || isLineEnd(quote)) {
        throw new IllegalArgumentException(
            "Separator and quote must be two characters that do not end lines.");
      }
      this.header = header;
      this.separator = separator;
      this.quote = quote;
      this.label = label;
      this.dropped = dropped;
      this.fill = fill;
    }

    private static boolean isLineEnd(char each) {
      return each == '\n' || each == '\r';
    }

    /**
     * Names of columns in the first line, fields between commas, quotes like ", no label, and
     * missing values refused.
     */
    public static Options defaults() {
      return DEFAULTS;
    }

    /** The first line is a row; columns are named by their numbers, from 0. */
    public Options withoutHeader() {
      return new Options(false, separator, quote, label, dropped, fill);
    }

    /** What stands between fields, such as a semicolon or a tab. */
    public Options separator(char character) {
      return new Options(header, character, quote, label, dropped, fill);
    }

    /** What quoted fields begin and end with. */
    public Options quote(char character) {
      return new Options(header, separator, character, label, dropped, fill);
    }

    /** The column that is kept apart as text; it may be missing in a row. */
    public Options label(String column) {
      return new Options(header, separator, quote, List.of(byName(column)), dropped, fill);
    }

    /** The column that is kept apart as text, by its number, from 0. */
    public Options label(int column) {
      return new Options(header, separator, quote, List.of(new Column("", column)), dropped, fill);
    }

    /** Columns that are not read, beside those that were already dropped. */
    public Options drop(String... columns) {
      List<Column> all = new ArrayList<>(dropped);
      for (String each : columns) {
        all.add(byName(each));
      }
      return new Options(header, separator, quote, label, List.copyOf(all), fill);
    }

    /** Columns that are not read, by their numbers, from 0, beside those already dropped. */
    public Options drop(int... columns) {
      List<Column> all = new ArrayList<>(dropped);
      for (int each : columns) {
        all.add(new Column("", each));
      }
      return new Options(header, separator, quote, label, List.copyOf(all), fill);
    }

    /**
     * What stands for a missing value: an empty field, {@code NA}, {@code NaN} or {@code ?}. Unless
     * this is set, missing values are refused.
     *
     * @param value a finite number
     */
    public Options fillMissing(float value) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("Missing values cannot be filled with " + value + ".");
      }
      return new Options(header, separator, quote, label, dropped, value);
    }

    private static Column byName(String name) {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("A column without a name is chosen by its number.");
      }
      return new Column(name, 0);
    }

    boolean header() {
      return header;
    }

    char separator() {
      return separator;
    }

    char quote() {
      return quote;
    }

    List<Column> label() {
      return label;
    }

    List<Column> dropped() {
      return dropped;
    }

    /** What missing values become; NaN if they are refused. */
    float fill() {
      return fill;
    }
  }
}
