package io.venturi.data;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One reading of one CSV file, row by row: the parser hands over field by field, which become
 * floats here. Keeps nothing of the rows before.
 */
final class CsvRows implements AutoCloseable {

  private static final int LONGEST_FIELD = 1 << 20;
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final String name;
  private final Separators separators;
  private final Fields fields = new Fields();
  private final BufferedReader text;
  private final CloseableIterator<Fields> parser;
  private final CsvColumns columns;
  private final CsvNumbers numbers;

  /** A file without any text. */
  static final class Empty extends DataException {

    private static final long serialVersionUID = 1L;

    Empty(String name, long line) {
      super(Message.CSV_DAMAGED, name, line, "the file is empty");
    }
  }

  /** The first line, where it is a row and not the names of the columns. */
  private @Nullable List<String> pending;

  // The row at hand.
  private float[] values = {};
  private int offset;
  private int count;
  private String label = "";

  private long kept;
  private long dropped;

  /** Reads the first line. */
  CsvRows(InputStream source, String name, Csv.Options options) throws IOException {
    this.name = name;
    this.separators = new Separators(name, options.separator());
    // A decoder of its own refuses what is no UTF-8, where a charset would replace it.
    this.text =
        new BufferedReader(new InputStreamReader(source, StandardCharsets.UTF_8.newDecoder()));
    text.mark(1);
    try {
      if (text.read() != BYTE_ORDER_MARK) {
        text.reset();
      }
    } catch (CharacterCodingException e) {
      throw notUtf8(e);
    }
    // Rows of other widths are refused here, where their line is known.
    this.parser =
        CsvReader.builder()
            .fieldSeparator(options.separator())
            .quoteCharacter(options.quote())
            .maxBufferSize(LONGEST_FIELD)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .skipEmptyLines(true)
            .build(fields, text)
            .iterator();
    List<String> first = new ArrayList<>();
    fields.first = first;
    if (!advance()) {
      throw new Empty(name, line());
    }
    fields.first = null;
    this.columns = new CsvColumns(name, first, options, what -> damaged(null, what));
    this.numbers = new CsvNumbers(name, columns, options, fields::line);
    this.pending = options.header() == Csv.Header.NONE ? first : null;
  }

  CsvColumns columns() {
    return columns;
  }

  /** The names of the features, in their order. */
  List<String> features() {
    return columns.features();
  }

  int width() {
    return columns.features().size();
  }

  /** The label of the row read last; empty if no column is the label. */
  String label() {
    return label;
  }

  boolean hasLabel() {
    return columns.label() >= 0;
  }

  /** The line in which the row read last starts, from 1. */
  long line() {
    return Math.max(1, fields.line());
  }

  /**
   * Reads the next row.
   *
   * @param destination where its values go
   * @param from index in {@code destination} of the first
   * @return whether there was one
   */
  boolean next(float[] destination, int from) throws IOException {
    Objects.checkFromIndexSize(from, width(), destination.length);
    values = destination;
    offset = from;
    while (nextAny()) {
      if (!numbers.isIncomplete()) {
        kept++;
        return true;
      }
      dropped++;
    }
    if (kept == 0 && dropped > 0) {
      throw numbers.allIncomplete(dropped);
    }
    return false;
  }

  /** Reads the next row, complete or not. */
  private boolean nextAny() throws IOException {
    count = 0;
    numbers.begin();
    List<String> first = pending;
    if (first != null) {
      pending = null;
      for (int i = 0; i < first.size(); i++) {
        char[] field = first.get(i).toCharArray();
        put(i, field, 0, field.length);
      }
      return true;
    }
    if (!advance()) {
      return false;
    }
    if (fields.count() != columns.size()) {
      if (columns.size() == 1) {
        separators.suspect(line(), columns.name(0), "");
      }
      throw damaged(
          null, "it has " + fields.count() + " fields where the first line has " + columns.size());
    }
    return true;
  }

  private boolean advance() throws IOException {
    try {
      boolean more = parser.hasNext();
      if (more) {
        parser.next();
      }
      return more;
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw notUtf8(e);
      }
      throw e.getCause();
    } catch (CsvParseException e) {
      if (e.getCause() instanceof DataException refused) {
        throw refused;
      }
      throw damaged(e, reasonOf(e));
    }
  }

  private DataException notUtf8(Exception cause) {
    return damaged(cause, "this row or one of the next is not UTF-8");
  }

  private static String reasonOf(CsvParseException e) {
    String message = String.valueOf(e.getMessage());
    if (message.startsWith("Unclosed")) {
      return "a quote is never closed";
    }
    if (message.startsWith("Unexpected character")) {
      return "a closing quote is followed by more than a separator";
    }
    return message.startsWith("The maximum buffer size")
        ? "a field is longer than " + LONGEST_FIELD + " characters, or its quote is never closed"
        : message;
  }

  /** What the parser calls back; its own methods are not for others to see. */
  private final class Fields extends AbstractBaseCsvCallbackHandler<Fields> {

    /** Where the fields of the first line go. */
    private @Nullable List<String> first;

    @Override
    protected Fields buildRecord() {
      return this;
    }

    @Override
    protected void handleField(int index, char[] buffer, int from, int length, boolean quoted) {
      List<String> line = first;
      if (line == null) {
        put(index, buffer, from, length);
        return;
      }
      requireText(index, buffer, from, length);
      if (index == CsvColumns.MOST) {
        throw damaged(null, "there are more than " + CsvColumns.MOST + " fields");
      }
      line.add(new String(buffer, from, length));
    }

    long line() {
      return getStartingLineNumber();
    }

    int count() {
      return getFieldCount();
    }
  }

  private void put(int index, char[] buffer, int from, int length) {
    if (!columns.isFeature(index)) {
      requireText(index, buffer, from, length);
      if (index == columns.label()) {
        label = new String(buffer, from, length);
      }
      return;
    }
    float value = Decimals.parse(buffer, from, length);
    if (Float.isNaN(value)) {
      requireText(index, buffer, from, length);
    }
    values[offset + count++] = numbers.of(index, value, buffer, from, length);
  }

  private void requireText(int index, char[] buffer, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (buffer[i] == '\0') {
        throw damaged(null, "field " + (index + 1) + " has a NUL character");
      }
    }
  }

  DataException damaged(@Nullable Exception cause, String what) {
    return cause == null
        ? new DataException(Message.CSV_DAMAGED, name, line(), what)
        : new DataException(cause, Message.CSV_DAMAGED, name, line(), what);
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
