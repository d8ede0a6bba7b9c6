package io.venturi.application.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of text. Columns whose cells are all numbers are aligned as such.
 *
 * @param title what it shows, in a few words
 * @param columns the headings
 * @param rows the cells, a list as long as {@code columns} each
 */
public record Table(String title, List<String> columns, List<List<String>> rows) {

  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row of " + row.size() + " cells in a table of " + columns.size() + " columns");
      }
    }
  }

  /** Starts a table with these headings. */
  public static Builder of(String title, String... columns) {
    return new Builder(title, List.of(columns));
  }

  /** Collects rows. */
  public static final class Builder {

    private final String title;
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    private Builder(String title, List<String> columns) {
      this.title = title;
      this.columns = columns;
    }

    /** The next row, a cell for each column. */
    public Builder row(String... cells) {
      rows.add(List.of(cells));
      return this;
    }

    /** The table of what was collected. */
    public Table build() {
      return new Table(title, columns, rows);
    }
  }
}
