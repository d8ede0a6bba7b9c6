package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Some rows of another dataset, in an order of their own. */
final class RowView implements Dataset {

  private final String name;
  private final Dataset base;
  private final int[] rows;

  /**
   * @param rows numbers of rows of {@code base}, checked by the caller and not copied
   */
  private RowView(String name, Dataset base, int[] rows) {
    if (rows.length == 0) {
      throw new DataException(Message.NO_ROWS, name);
    }
    this.name = name;
    this.base = base;
    this.rows = rows;
  }

  static Dataset slice(Dataset base, int from, int to) {
    Objects.checkFromToIndex(from, to, base.size());
    int[] rows = new int[to - from];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = from + i;
    }
    return new RowView(sliceName(base, from, to), base, rows);
  }

  static Dataset select(Dataset base, int[] rows) {
    int[] copy = rows.clone();
    for (int row : copy) {
      Objects.checkIndex(row, base.size());
    }
    return new RowView(selectionName(base.name(), copy.length), base, copy);
  }

  static String sliceName(Dataset base, int from, int to) {
    return to - from == base.size()
        ? base.name()
        : base.name() + " (rows " + from + " to " + (to - 1) + ")";
  }

  private static String selectionName(String name, int count) {
    return name + " (" + count + " selected rows)";
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public int[] shape() {
    return base.shape();
  }

  @Override
  public int width() {
    return base.width();
  }

  @Override
  public List<String> featureNames() {
    return base.featureNames();
  }

  @Override
  public String place(int row, int feature) {
    String place = base.place(rows[row], feature);
    return place.isEmpty() ? "row " + rows[row] + " of " + base.name() : place;
  }

  @Override
  public void read(int row, float[] destination, int offset) {
    base.read(rows[row], destination, offset);
  }

  @Override
  public float weight(int row) {
    return base.weight(rows[row]);
  }

  @Override
  public boolean isWeighted() {
    return base.isWeighted();
  }

  @Override
  public boolean knownWithin(double min, double max) {
    return base.knownWithin(min, max);
  }

  @Override
  public Dataset slice(int from, int to) {
    Objects.checkFromToIndex(from, to, rows.length);
    return new RowView(sliceName(this, from, to), base, Arrays.copyOfRange(rows, from, to));
  }

  @Override
  public Dataset select(int[] selected) {
    int[] composed = new int[selected.length];
    for (int i = 0; i < composed.length; i++) {
      composed[i] = rows[selected[i]];
    }
    return new RowView(selectionName(name, composed.length), base, composed);
  }

  @Override
  public String toString() {
    return name + ": " + rows.length + " rows of " + Arrays.toString(base.shape());
  }
}
