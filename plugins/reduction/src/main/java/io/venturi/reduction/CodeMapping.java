package io.venturi.reduction;

import io.venturi.application.report.Point;
import io.venturi.application.report.Series;
import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes maps of codes. */
final class CodeMapping {

  private CodeMapping() {}

  static CodeMaps of(
      Model<?> model,
      Dataset train,
      Dataset heldOut,
      int[] labels,
      List<String> names,
      ComparisonOptions options) {
    String name = model.description().simpleName();
    DataChecks.requireWidth(train, model.inputs(), name);
    DataChecks.requireWidth(heldOut, model.inputs(), name);
    requireLabels(heldOut, labels, names);
    requirePlane(name, model, train);
    int[] sample = RowSample.of(heldOut, options);
    Neighbourhoods.requireRows(heldOut.name(), sample.length, options.neighbours());

    Dataset rows = Comparing.scaled(model, heldOut).select(sample);
    NeighbourRanks ranks = NeighbourRanks.of(rows);
    int[] drawn = new int[sample.length];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = labels[sample[i]];
    }
    Plane codes = ofCodes(name, model.encode(heldOut.select(sample)));
    Pca pca = Pca.fit(Comparing.scaled(model, train), 2);
    Plane components = ofComponents("PCA-2", pca, pca.encode(rows));
    return new CodeMaps(
        codes.map(ranks, drawn, names, options), components.map(ranks, drawn, names, options));
  }

  private static void requireLabels(Dataset data, int[] labels, List<String> names) {
    if (labels.length != data.size()) {
      throw new DataException(
          ReductionMessage.LABELS_MISFIT,
          data.name(),
          "it has " + data.size() + " rows, and there are " + labels.length + " labels");
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= names.size()) {
        throw new DataException(
            ReductionMessage.LABELS_MISFIT,
            data.name(),
            "row "
                + i
                + " has the label "
                + labels[i]
                + ", and there are "
                + names.size()
                + " names");
      }
    }
  }

  private static void requirePlane(String name, Model<?> model, Dataset train) {
    if (model.codeSize() < 2) {
      throw new DataException(ReductionMessage.NO_PLANE, name, "its code is one number");
    }
    if (model.inputs() < 2) {
      throw new DataException(ReductionMessage.NO_PLANE, train.name(), "its rows are one value");
    }
    if (train.size() < 3) {
      throw new DataException(
          ReductionMessage.NO_PLANE,
          train.name(),
          "PCA of its " + train.size() + " rows has fewer than two components");
    }
  }

  private static Plane ofCodes(String name, float[][] codes) {
    if (codes[0].length == 2) {
      return new Plane(name, "first number of the code", "second number of the code", codes);
    }
    Dataset all = Dataset.of("the codes of " + name, codes);
    Pca pca = Pca.fit(all, 2);
    return ofComponents(name + ", the first two of " + codes[0].length, pca, pca.encode(codes));
  }

  private static Plane ofComponents(String name, Pca pca, float[][] places) {
    double[] ratios = pca.explainedVarianceRatio();
    String axis = "%s component, %.0f %% of variance";
    return new Plane(
        name,
        String.format(Locale.ROOT, axis, "1st", 100 * ratios[0]),
        String.format(Locale.ROOT, axis, "2nd", 100 * ratios[1]),
        places);
  }

  /** Places of rows, (rows, 2). */
  private static final class Plane {

    private final String name;
    private final String x;
    private final String y;
    private final float[][] places;

    Plane(String name, String x, String y, float[][] places) {
      this.name = name;
      this.x = x;
      this.y = y;
      this.places = places;
    }

    CodeMap map(NeighbourRanks rows, int[] labels, List<String> names, ComparisonOptions options) {
      Dataset codes = Dataset.of("the map by " + name, places);
      return new CodeMap(
          name,
          x,
          y,
          series(labels, names),
          Neighbourhoods.of(rows, NeighbourRanks.of(codes), options.neighbours()));
    }

    /** Of labels that some row has. */
    private List<Series> series(int[] labels, List<String> names) {
      List<Series> all = new ArrayList<>();
      for (int label = 0; label < names.size(); label++) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
          if (labels[i] == label) {
            points.add(new Point(places[i][0], places[i][1]));
          }
        }
        if (!points.isEmpty()) {
          all.add(new Series(names.get(label), points));
        }
      }
      return all;
    }
  }
}
