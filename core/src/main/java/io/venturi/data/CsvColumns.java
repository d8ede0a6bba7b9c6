package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Which columns a CSV file has, and what each is for. */
final class CsvColumns {

  /** The most columns that a file may have. */
  static final int MOST = 1 << 20;

  private final String file;
  private final char separator;
  private final String firstField;
  private final List<String> names = new ArrayList<>();
  private final boolean[] isFeature;
  private final int label;
  private final float[] constants;
  private final List<String> features = new ArrayList<>();

  /**
   * Finds the columns that the options name.
   *
   * @param first the fields of the first line
   * @param damaged what to throw if it is not sound
   */
  CsvColumns(
      String file,
      List<String> first,
      Csv.Options options,
      Function<String, DataException> damaged) {
    this.file = file;
    this.separator = options.separator();
    this.firstField = first.get(0);
    if (options.header() == Csv.Header.EXPECTED) {
      requireNames(file, first);
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < first.size(); i++) {
      String name =
          options.header() != Csv.Header.NONE ? first.get(i).strip() : Integer.toString(i);
      names.add(name);
      if (!seen.add(name)) {
        throw damaged.apply("two columns are named " + Source.excerpt(name));
      }
    }
    isFeature = new boolean[names.size()];
    Arrays.fill(isFeature, true);
    for (Csv.Column each : options.dropped()) {
      isFeature[indexOf(each)] = false;
    }
    int found = -1;
    for (Csv.Column each : options.label()) {
      found = indexOf(each);
      isFeature[found] = false;
    }
    label = found;
    constants = new float[names.size()];
    Arrays.fill(constants, Float.NaN);
    for (MissingValues.Constant each : options.missing().columns()) {
      constants[indexOf(each.column())] = each.value();
    }
    for (int i = 0; i < isFeature.length; i++) {
      if (isFeature[i]) {
        features.add(names.get(i));
      }
    }
    if (features.isEmpty()) {
      throw new DataException(Message.NO_VALUES, file);
    }
  }

  /** A table without names would lose its first row. */
  private static void requireNames(String file, List<String> first) {
    for (String each : first) {
      if (Float.isNaN(Decimals.parse(each.strip()))) {
        return;
      }
    }
    throw new DataException(Message.CSV_NO_HEADER, file, Npz.listed(first));
  }

  private int indexOf(Csv.Column column) {
    boolean named = !column.name().isEmpty();
    int index = named ? names.indexOf(column.name()) : column.index();
    if (index < 0 || index >= names.size()) {
      if (names.size() == 1) {
        new Separators(file, separator).suspect(1, firstField, "");
      }
      throw new DataException(
          Message.NOT_IN_FILE,
          file,
          "column",
          named ? Source.excerpt(column.name()) : column.index(),
          Npz.listed(names));
    }
    return index;
  }

  int size() {
    return isFeature.length;
  }

  String name(int index) {
    return names.get(index);
  }

  /** The column of the label; -1 if there is none. */
  int label() {
    return label;
  }

  /** What missing values of a column become; NaN if it has no constant of its own. */
  float constant(int index) {
    return constants[index];
  }

  /** Whether a field is a value of its row; false also of fields that no column has. */
  boolean isFeature(int index) {
    return index < isFeature.length && isFeature[index];
  }

  List<String> features() {
    return List.copyOf(features);
  }
}
