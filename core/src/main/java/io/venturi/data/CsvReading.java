package io.venturi.data;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of one CSV file: the parser hands over field by field, which become floats here. */
final class CsvReading extends AbstractBaseCsvCallbackHandler<CsvReading> {

  private static final int LONGEST_FIELD = 1 << 20;
  private static final int MOST_COLUMNS = 1 << 20;
  private static final int FIRST_BLOCK = 1 << 12;
  private static final Set<String> MISSING = Set.of("", "NA", "NaN", "?");
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final String name;
  private final Csv.Options options;

  /** The fields of the first line, which say what is where; after that, of no use. */
  private final List<String> first = new ArrayList<>();

  private final List<String> columnNames = new ArrayList<>();
  private boolean started;

  /** For each column of the file whether it is a feature. */
  private boolean[] isFeature = {};

  private int label = -1;
  private int width;

  private float[] values = new float[FIRST_BLOCK];
  private int count;
  private final List<String> labels = new ArrayList<>();

  /** The same text is kept once, as a label column has few texts and many rows. */
  private final Map<String, String> known = new HashMap<>();

  private CsvReading(String name, Csv.Options options) {
    this.name = name;
    this.options = options;
  }

  static CsvTable read(BufferedInputStream source, String name, Csv.Options options)
      throws IOException {
    CsvReading reading = new CsvReading(name, options);
    // A decoder of its own refuses what is no UTF-8, where a charset would replace it.
    BufferedReader text =
        new BufferedReader(new InputStreamReader(source, StandardCharsets.UTF_8.newDecoder()));
    try {
      text.mark(1);
      if (text.read() != BYTE_ORDER_MARK) {
        text.reset();
      }
      // Rows of other widths are refused here, where their line is known.
      CsvReader<CsvReading> parser =
          CsvReader.builder()
              .fieldSeparator(options.separator())
              .quoteCharacter(options.quote())
              .maxBufferSize(LONGEST_FIELD)
              .allowUnclosedQuote(false)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .skipEmptyLines(true)
              .build(reading, text);
      for (CsvReading row : parser) {
        row.endRow();
      }
    } catch (CharacterCodingException e) {
      throw reading.notUtf8(e);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw reading.notUtf8(e);
      }
      throw e.getCause();
    } catch (CsvParseException e) {
      if (e.getCause() instanceof DataException refused) {
        throw refused;
      }
      throw reading.damaged(e, reasonOf(e));
    }
    return reading.table();
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

  @Override
  protected CsvReading buildRecord() {
    return this;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    for (int i = offset; i < offset + length; i++) {
      if (buffer[i] == '\0') {
        throw damaged(null, "field " + (index + 1) + " has a NUL character");
      }
    }
    if (!started) {
      if (index == MOST_COLUMNS) {
        throw damaged(null, "there are more than " + MOST_COLUMNS + " fields");
      }
      first.add(new String(buffer, offset, length));
    } else if (index < isFeature.length) { // Else it is counted only.
      put(index, new String(buffer, offset, length));
    }
  }

  private void put(int index, String field) {
    if (isFeature[index]) {
      if (count == values.length) {
        if (count == StoredDataset.MOST_VALUES) {
          throw new DataException(
              Message.TOO_MANY_VALUES, name, count / width + 1, width, StoredDataset.MOST_VALUES);
        }
        values = Arrays.copyOf(values, (int) Math.min(StoredDataset.MOST_VALUES, 2L * count));
      }
      values[count++] = number(index, field);
    } else if (index == label) {
      labels.add(known.computeIfAbsent(field, text -> text));
    }
  }

  private float number(int index, String field) {
    String text = field.strip();
    if (MISSING.contains(text)) {
      if (Float.isNaN(options.fill())) {
        throw refused(Message.CSV_MISSING, index, field);
      }
      return options.fill();
    }
    for (int i = 0; i < text.length(); i++) {
      // Java would also take "1f", "0x1p3" and "Infinity".
      if ("0123456789.+-eE".indexOf(text.charAt(i)) < 0) {
        throw refused(Message.CSV_VALUE, index, field, "a number");
      }
    }
    float value;
    try {
      value = Float.parseFloat(text);
    } catch (NumberFormatException e) {
      throw refused(Message.CSV_VALUE, index, field, "a number");
    }
    if (Float.isInfinite(value)) {
      throw refused(Message.CSV_VALUE, index, field, "a number up to " + Float.MAX_VALUE);
    }
    return value;
  }

  private DataException refused(Message message, int index, String field, String... expected) {
    List<Object> facts = new ArrayList<>();
    facts.add(name);
    facts.add(getStartingLineNumber());
    facts.add(Source.excerpt(columnNames.get(index)));
    facts.add(Source.excerpt(field));
    facts.addAll(Arrays.asList(expected));
    return new DataException(message, facts.toArray());
  }

  private void endRow() {
    if (!started) {
      start();
    } else if (getFieldCount() != columnNames.size()) {
      throw damaged(
          null,
          "it has " + getFieldCount() + " fields where the first line has " + columnNames.size());
    }
  }

  /** The first line is complete: finds the columns, and if it has no names, reads it as a row. */
  private void start() {
    started = true;
    for (int i = 0; i < first.size(); i++) {
      columnNames.add(options.header() ? first.get(i).strip() : Integer.toString(i));
    }
    if (options.header()) {
      Set<String> names = new HashSet<>();
      for (String each : columnNames) {
        if (!names.add(each)) {
          throw damaged(null, "two columns are named " + Source.excerpt(each));
        }
      }
    }
    isFeature = new boolean[columnNames.size()];
    Arrays.fill(isFeature, true);
    for (Csv.Column each : options.dropped()) {
      isFeature[indexOf(each)] = false;
    }
    for (Csv.Column each : options.label()) {
      label = indexOf(each);
      isFeature[label] = false;
    }
    for (boolean each : isFeature) {
      width += each ? 1 : 0;
    }
    if (width == 0) {
      throw new DataException(Message.NO_VALUES, name);
    }
    if (!options.header()) {
      for (int i = 0; i < first.size(); i++) {
        put(i, first.get(i));
      }
    }
    first.clear();
  }

  private int indexOf(Csv.Column column) {
    boolean named = !column.name().isEmpty();
    int index = named ? columnNames.indexOf(column.name()) : column.index();
    if (index < 0 || index >= columnNames.size()) {
      throw new DataException(
          Message.NOT_IN_FILE,
          name,
          "column",
          named ? Source.excerpt(column.name()) : column.index(),
          Npz.listed(columnNames));
    }
    return index;
  }

  private CsvTable table() {
    if (!started) {
      throw damaged(null, "the file is empty");
    }
    if (count == 0) {
      throw damaged(null, "no row follows the names of the columns");
    }
    List<String> features = new ArrayList<>();
    for (int i = 0; i < isFeature.length; i++) {
      if (isFeature[i]) {
        features.add(columnNames.get(i));
      }
    }
    Dataset data =
        FloatDataset.wrap(name, Arrays.copyOf(values, count), new int[] {features.size()});
    return new CsvTable(data, List.copyOf(features), labels.toArray(String[]::new));
  }

  private DataException damaged(@Nullable Exception cause, String what) {
    long line = Math.max(1, getStartingLineNumber());
    return cause == null
        ? new DataException(Message.CSV_DAMAGED, name, line, what)
        : new DataException(cause, Message.CSV_DAMAGED, name, line, what);
  }
}
