package io.venturi.data;

import java.util.List;

/** The rows of a CSV file, which know their columns and their lines. */
final class CsvDataset extends DatasetView {

  private final List<String> columns;
  private final int[] lines;

  /**
   * @param lines in which each row starts, from 1, as far as they are known; not copied
   */
  CsvDataset(Dataset rows, List<String> columns, int[] lines) {
    super(rows);
    this.columns = List.copyOf(columns);
    this.lines = lines;
  }

  /** As a place in a file is named, wherever its rows are read. */
  static String place(long line, String column) {
    return "line " + line + ", column " + Source.excerpt(column);
  }

  @Override
  public List<String> featureNames() {
    return columns;
  }

  @Override
  public String place(int row, int feature) {
    return place(lines[row], columns.get(feature));
  }

  @Override
  public String toString() {
    return base.toString();
  }
}
