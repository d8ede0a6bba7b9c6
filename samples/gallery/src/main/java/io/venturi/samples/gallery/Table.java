package io.venturi.samples.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Outcomes beside one another, in columns as wide as what is in them. */
final class Table {

  private static final String BETWEEN = "  ";

  private Table() {}

  static String of(List<Outcome> outcomes) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("type", "test MSE", "units in use", "seconds", "its own figures"));
    for (Outcome outcome : outcomes) {
      rows.add(
          List.of(
              outcome.exhibit().toString(),
              String.format(Locale.ROOT, "%.5f", outcome.error()),
              outcome.unitsInUse() + " of " + outcome.units(),
              String.format(Locale.ROOT, "%.1f", outcome.seconds()),
              outcome.figures().entrySet().stream()
                  .map(figure -> figure.getKey() + " " + figure.getValue())
                  .collect(Collectors.joining(", "))));
    }
    return rows.stream()
        .map(row -> line(row, rows))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  /** Text begins at the left of its column, numbers end at the right. */
  private static String line(List<String> row, List<List<String>> rows) {
    StringBuilder line = new StringBuilder();
    int last = row.size() - 1;
    for (int column = 0; column <= last; column++) {
      int at = column;
      int width = rows.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
      String padding = " ".repeat(width - row.get(column).length());
      boolean text = column == 0 || column == last;
      line.append(text ? row.get(column) + padding : padding + row.get(column));
      line.append(BETWEEN);
    }
    return line.toString().stripTrailing();
  }
}
