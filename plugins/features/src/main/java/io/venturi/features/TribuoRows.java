package io.venturi.features;

import java.util.Arrays;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Rows of numbers as Tribuo's examples. */
final class TribuoRows {

  private static final LabelFactory LABELS = new LabelFactory();

  private TribuoRows() {}

  /** Names of features, in the order of the alphabet, as Tribuo has them. */
  static String[] names(int width) {
    int digits = Integer.toString(width - 1).length();
    String[] names = new String[width];
    Arrays.setAll(names, i -> ("%0" + digits + "d").formatted(i));
    return names;
  }

  static MutableDataset<Label> dataset(String name, float[][] rows, int[] labels) {
    MutableDataset<Label> data =
        new MutableDataset<>(new SimpleDataSourceProvenance(name, LABELS), LABELS);
    String[] names = names(rows[0].length);
    for (int i = 0; i < rows.length; i++) {
      Label label = new Label(Integer.toString(labels[i]));
      data.add(new ArrayExample<>(label, names, doubles(rows[i])));
    }
    return data;
  }

  /** An example of which the label is not known. */
  static Example<Label> example(float[] row, String[] names) {
    return new ArrayExample<>(LabelFactory.UNKNOWN_LABEL, names, doubles(row));
  }

  private static double[] doubles(float[] row) {
    double[] values = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      values[i] = row[i];
    }
    return values;
  }
}
