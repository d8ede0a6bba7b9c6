package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a whole CSV file into memory, which grows with the rows that are really there. */
final class CsvReading {

  private static final int FIRST_VALUES = 1 << 12;
  private static final int FIRST_LINES = 1 << 8;

  private CsvReading() {}

  static CsvTable read(InputStream source, String name, Csv.Options options) throws IOException {
    CsvRows rows = new CsvRows(source, name, options); // Closed by who opened the source.
    int width = rows.width();
    float[] values = new float[Math.max(FIRST_VALUES, width)];
    int count = 0;
    int[] lines = new int[FIRST_LINES];
    List<String> labels = new ArrayList<>();
    // The same text is kept once, as a label column has few texts and many rows.
    Map<String, String> known = new HashMap<>();
    while (true) {
      if (count > values.length - width) {
        long doubled = Math.min(StoredDataset.MOST_VALUES, 2L * values.length);
        if (doubled - count < width) {
          throw new DataException(
              Message.TOO_MANY_VALUES, name, count / width + 1, width, StoredDataset.MOST_VALUES);
        }
        values = Arrays.copyOf(values, (int) doubled);
      }
      if (!rows.next(values, count)) {
        break;
      }
      int row = count / width;
      lines = row < lines.length ? lines : Arrays.copyOf(lines, 2 * row);
      lines[row] = (int) Math.min(rows.line(), Integer.MAX_VALUE); // Beyond it only empty ones fit.
      count += width;
      if (rows.hasLabel()) {
        labels.add(known.computeIfAbsent(rows.label(), text -> text));
      }
    }
    if (count == 0) {
      throw rows.damaged(null, "no row follows the names of the columns");
    }
    values = Arrays.copyOf(values, count);
    if (options.missing().rest().needsAllRows()) {
      ColumnFill.fill(name, rows.columns(), values, options.missing().rest());
    }
    Dataset data = FloatDataset.wrap(name, values, new int[] {width});
    return new CsvTable(
        new CsvDataset(data, rows.features(), lines),
        rows.features(),
        labels.toArray(String[]::new));
  }
}
