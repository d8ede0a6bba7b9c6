package io.venturi.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What counts as a missing value in a table, and what becomes of it. Never changes.
 *
 * @param rest what becomes of those in columns without a constant of their own
 * @param constant what {@link Rest#CONSTANT} fills in
 * @param columns columns with a constant of their own; of two for one column, the later counts
 * @param texts the texts that count as missing, in lower case
 * @param numbers the numbers that do
 */
record MissingValues(
    Rest rest, float constant, List<Constant> columns, Set<String> texts, List<Float> numbers) {

  /** What becomes of missing values. */
  enum Rest {
    REFUSED,
    CONSTANT,
    MEAN,
    MEDIAN,
    ROW_DROPPED,
    KEPT;

    /** Whether all rows must be seen before one can be filled. */
    boolean needsAllRows() {
      return this == MEAN || this == MEDIAN;
    }
  }

  /** What missing values of one column become. */
  record Constant(Csv.Column column, float value) {}

  static final MissingValues REFUSED =
      new MissingValues(
          Rest.REFUSED,
          Float.NaN,
          List.of(),
          Set.of("", "na", "n/a", "nan", "null", "?"),
          List.of());

  MissingValues {
    columns = List.copyOf(columns);
    texts = Set.copyOf(texts);
    numbers = List.copyOf(numbers);
  }

  MissingValues rest(Rest to) {
    return new MissingValues(to, constant, columns, texts, numbers);
  }

  MissingValues filledWith(float value) {
    return new MissingValues(Rest.CONSTANT, value, columns, texts, numbers);
  }

  MissingValues filledWith(Csv.Column column, float value) {
    List<Constant> all = new ArrayList<>(columns);
    all.add(new Constant(column, value));
    return new MissingValues(rest, constant, all, texts, numbers);
  }

  MissingValues also(String... missing) {
    Set<String> allTexts = new HashSet<>(texts);
    List<Float> allNumbers = new ArrayList<>(numbers);
    for (String each : missing) {
      String text = each.strip();
      float number = Decimals.parse(text);
      if (Float.isNaN(number)) {
        allTexts.add(text.toLowerCase(Locale.ROOT));
      } else {
        allNumbers.add(number + 0f); // Plain 0 for negative zero, which is equal to it.
      }
    }
    return new MissingValues(rest, constant, columns, allTexts, allNumbers);
  }

  boolean isMissing(String text) {
    return texts.contains(text.toLowerCase(Locale.ROOT));
  }

  boolean isMissing(float number) {
    for (int i = 0; i < numbers.size(); i++) {
      if (number == numbers.get(i)) {
        return true;
      }
    }
    return false;
  }
}
