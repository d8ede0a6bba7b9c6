package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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
   * @throws DataException if the options fill in means or medians; when it is read, as by {@link
   *     #read}
   */
  public static RowStream stream(Path file, Options options) {
    return new CsvStream(
        file.toString(),
        () -> {
          Source.requireRegular(file);
          return Files.newInputStream(file);
        },
        options,
        true);
  }

  /**
   * The rows of a table that is no file: text that is unpacked, generated or piped, and not kept.
   *
   * <pre>{@code
   * Csv.stream("days.csv.gz", () -> new GZIPInputStream(Files.newInputStream(path)), options)
   * Csv.stream("the standard input", () -> System.in, options) // to read once: score
   * }</pre>
   *
   * @param name what messages call it
   * @param source opens a new stream of bytes each time the rows are read from the first on: once
   *     for each epoch, and more often where rows are set aside to validate with or a scaler learns
   * @throws DataException if the options fill in means or medians; when it is read, as by {@link
   *     #read}, and if the source gives a stream that was read already
   */
  public static RowStream stream(String name, InputSource source, Options options) {
    return new CsvStream(name, source, options, false);
  }

  /**
   * A column by its name, or by its number if the name is empty.
   *
   * @param index from 0
   */
  record Column(String name, int index) {

    Column {
      if (index < 0) {
        throw new DataException(
            Message.HYPERPARAMETER, "the number of a column", index, "at least 0");
      }
    }

    static Column named(String name) {
      if (name.isEmpty()) {
        throw new DataException(
            Message.HYPERPARAMETER, "the name of a column", "empty", "a name, or else a number");
      }
      return new Column(name, 0);
    }
  }

  /** What the first line has. */
  enum Header {
    /** Names of columns, not all of which are numbers. */
    EXPECTED,
    /** Names of columns, whatever they look like. */
    SURE,
    /** A row. */
    NONE
  }

  /** How to read a table. Never changes: each method gives a copy that differs in one respect. */
  public static final class Options {

    private static final Options DEFAULTS =
        new Options(Header.EXPECTED, ',', '"', List.of(), List.of(), MissingValues.REFUSED);

    private final Header header;
    private final char separator;
    private final char quote;
    private final List<Column> label;
    private final List<Column> dropped;
    private final MissingValues missing;

    private Options(
        Header header,
        char separator,
        char quote,
        List<Column> label,
        List<Column> dropped,
        MissingValues missing) {
      requireNoLineEnd("the separator", separator);
      requireNoLineEnd("the quote", quote);
      if (separator == quote) {
        throw new DataException(
            Message.HYPERPARAMETER, "the quote", "the separator", "another character");
      }
      this.header = header;
      this.separator = separator;
      this.quote = quote;
      this.label = label;
      this.dropped = dropped;
      this.missing = missing;
    }

    private static void requireNoLineEnd(String name, char each) {
      if (each == '\n' || each == '\r') {
        throw new DataException(
            Message.HYPERPARAMETER, name, "a line end", "a character that ends no line");
      }
    }

    /**
     * Names of columns in the first line, fields between commas, quotes like ", no label, and
     * missing values refused. A first line of numbers alone is refused: it is probably a row.
     */
    public static Options defaults() {
      return DEFAULTS;
    }

    /** The first line is a row; columns are named by their numbers, from 0. */
    public Options withoutHeader() {
      return new Options(Header.NONE, separator, quote, label, dropped, missing);
    }

    /** The first line has the names of the columns, even if they are all numbers. */
    public Options withHeader() {
      return new Options(Header.SURE, separator, quote, label, dropped, missing);
    }

    /** What stands between fields, such as a semicolon or a tab. */
    public Options separator(char character) {
      return new Options(header, character, quote, label, dropped, missing);
    }

    /** What quoted fields begin and end with. */
    public Options quote(char character) {
      return new Options(header, separator, character, label, dropped, missing);
    }

    /** The column that is kept apart as text; it may be missing in a row. */
    public Options label(String column) {
      return label(Column.named(column));
    }

    /** The column that is kept apart as text, by its number, from 0. */
    public Options label(int column) {
      return label(new Column("", column));
    }

    private Options label(Column column) {
      return new Options(header, separator, quote, List.of(column), dropped, missing);
    }

    /** Columns that are not read, beside those that were already dropped. */
    public Options drop(String... columns) {
      return drop(Arrays.stream(columns).map(Column::named));
    }

    /** Columns that are not read, by their numbers, from 0, beside those already dropped. */
    public Options drop(int... columns) {
      return drop(Arrays.stream(columns).mapToObj(each -> new Column("", each)));
    }

    private Options drop(Stream<Column> more) {
      List<Column> all = Stream.concat(dropped.stream(), more).toList();
      return new Options(header, separator, quote, label, all, missing);
    }

    /**
     * More texts that stand for a missing value, such as {@code -999} or {@code none}, beside those
     * that always do: an empty field and {@code NA}, {@code N/A}, {@code NaN}, {@code NULL}, {@code
     * ?}. Upper and lower case are the same, and so are spaces around. A number means every field
     * of its value: {@code -999} means {@code -999.0}, too.
     */
    public Options missing(String... texts) {
      return missing(missing.also(texts));
    }

    /**
     * What stands for missing values of all columns that have no number of their own. Unless this
     * or another of these methods says what becomes of them, missing values are refused; the last
     * one counts.
     *
     * @param value a finite number
     */
    public Options fillMissing(float value) {
      return missing(missing.filledWith(finite(value)));
    }

    /**
     * What stands for missing values of one column; beside what is said of the others.
     *
     * @param value a finite number
     */
    public Options fillMissing(String column, float value) {
      return missing(missing.filledWith(Column.named(column), finite(value)));
    }

    /**
     * What stands for missing values of one column, by its number, from 0.
     *
     * @param value a finite number
     */
    public Options fillMissing(int column, float value) {
      return missing(missing.filledWith(new Column("", column), finite(value)));
    }

    /**
     * Fills missing values with the mean of their column, over all rows that are read and have a
     * value. What is filled in so knows of all rows: where test rows must not be looked at, keep
     * them in a file of their own. For tables in memory: a stream is refused.
     */
    public Options fillMissingWithMean() {
      return missing(missing.rest(MissingValues.Rest.MEAN));
    }

    /**
     * Fills missing values with the median of their column, over all rows that are read and have a
     * value; with the mean of the two in the middle if their number is even. As for the mean, it
     * knows of all rows, and a stream is refused.
     */
    public Options fillMissingWithMedian() {
      return missing(missing.rest(MissingValues.Rest.MEDIAN));
    }

    /**
     * Leaves rows out that lack a value in a column without a number of its own. Dropped columns
     * and the label do not count. A table of which no row is left is refused.
     */
    public Options dropIncompleteRows() {
      return missing(missing.rest(MissingValues.Rest.ROW_DROPPED));
    }

    /**
     * Keeps missing values of columns without a number of their own as NaN, for specs with
     * {@code @MissingValues}; all others refuse them.
     */
    public Options keepMissing() {
      return missing(missing.rest(MissingValues.Rest.KEPT));
    }

    private Options missing(MissingValues values) {
      return new Options(header, separator, quote, label, dropped, values);
    }

    private static float finite(float value) {
      if (!Float.isFinite(value)) {
        throw new DataException(
            Message.HYPERPARAMETER, "what missing values are filled with", value, "a number");
      }
      return value;
    }

    Header header() {
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

    MissingValues missing() {
      return missing;
    }
  }
}
