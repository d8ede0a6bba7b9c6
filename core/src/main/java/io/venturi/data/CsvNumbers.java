package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/** Makes numbers of a table's fields, and knows what to put in the place of missing ones. */
final class CsvNumbers {

  private final String file;
  private final CsvColumns columns;
  private final MissingValues missing;
  private final Separators separators;
  private final LongSupplier line;

  /** How many values of each column were missing. */
  private final long[] missed;

  private boolean incomplete;

  /**
   * @param line of the row at hand
   */
  CsvNumbers(String file, CsvColumns columns, Csv.Options options, LongSupplier line) {
    this.file = file;
    this.columns = columns;
    this.missing = options.missing();
    this.separators = new Separators(file, options.separator());
    this.line = line;
    this.missed = new long[columns.size()];
  }

  /** Begins a row. */
  void begin() {
    incomplete = false;
  }

  /** Whether the row at hand lacks a value for which it is to be dropped. */
  boolean isIncomplete() {
    return incomplete;
  }

  /**
   * The number of a field of a feature.
   *
   * @param quick what {@link Decimals} made of it
   * @return NaN if it is missing and to be filled in when all rows are there
   * @throws DataException if it is none
   */
  float of(int index, float quick, char[] buffer, int from, int length) {
    float value = quick;
    if (Float.isNaN(value)) {
      String field = new String(buffer, from, length);
      String number = field.strip();
      if (missing.isMissing(number)) {
        return filled(index, field);
      }
      value = parse(index, field, number);
    }
    return missing.isMissing(value) ? filled(index, new String(buffer, from, length)) : value;
  }

  private float parse(int index, String field, String number) {
    float value = Decimals.parse(number);
    if (Float.isNaN(value)) {
      if (columns.size() == 1) {
        separators.suspect(line.getAsLong(), columns.name(0), field);
      }
      throw refused(Message.CSV_VALUE, index, field, "a number");
    }
    if (Float.isInfinite(value)) {
      throw refused(Message.CSV_VALUE, index, field, "a number up to " + Float.MAX_VALUE);
    }
    return value;
  }

  private float filled(int index, String field) {
    missed[index]++;
    float own = columns.constant(index);
    if (!Float.isNaN(own)) {
      return own;
    }
    return switch (missing.rest()) {
      case REFUSED -> throw refused(Message.CSV_MISSING, index, field);
      case CONSTANT -> missing.constant();
      case MEAN, MEDIAN, KEPT -> Float.NaN;
      case ROW_DROPPED -> {
        incomplete = true;
        yield 0;
      }
    };
  }

  /** What to say where no row was complete. */
  DataException allIncomplete(long rows) {
    int worst = 0;
    for (int i = 0; i < missed.length; i++) {
      if (Float.isNaN(columns.constant(i)) && missed[i] > missed[worst]) {
        worst = i;
      }
    }
    return new DataException(
        Message.CSV_ALL_INCOMPLETE, file, rows, Source.excerpt(columns.name(worst)), missed[worst]);
  }

  private DataException refused(Message message, int index, String field, String... expected) {
    List<Object> facts = new ArrayList<>();
    facts.add(file);
    facts.add(line.getAsLong());
    facts.add(Source.excerpt(columns.name(index)));
    facts.add(Source.excerpt(field));
    facts.addAll(Arrays.asList(expected));
    return new DataException(message, facts.toArray());
  }
}
