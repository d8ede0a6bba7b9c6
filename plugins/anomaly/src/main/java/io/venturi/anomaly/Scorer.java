package io.venturi.anomaly;

import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.error.Message;
import io.venturi.model.Attachment;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Makes scores of rows: of each component's sums, divided by their unit, the mean. */
final class Scorer {

  static final double SMALLEST_UNIT = 1e-12;

  private static final String UNITS = "units";

  private final Pass pass;
  private final List<Component> components;
  private final double[] units;

  /**
   * @param units what is usual of each component
   */
  Scorer(Pass pass, List<Component> components, double[] units) {
    this.pass = pass;
    this.components = List.copyOf(components);
    this.units = units.clone();
  }

  /**
   * The same of which this score is 1. Units of training rows alone would make those that were not
   * trained on look unusual, the more so the fewer there are. One factor for all keeps the order of
   * rows, and so whatever is promised of thresholds.
   */
  Scorer of(double usualScore) {
    double factor = Math.max(usualScore, SMALLEST_UNIT);
    return new Scorer(pass, components, Arrays.stream(units).map(unit -> unit * factor).toArray());
  }

  Pass pass() {
    return pass;
  }

  List<Measure> measures() {
    return components.stream().map(Component::measure).toList();
  }

  List<Component> components() {
    return components;
  }

  void attachUnits(Attachment.Builder attachment) {
    attachment.array(UNITS, units);
  }

  static double[] units(Attachment attachment, int components) {
    return Positive.of(attachment, UNITS, components);
  }

  /**
   * What each feature adds to a row's score, (rows, features), row after row: a score is their sum.
   * Missing values add nothing.
   *
   * @param first the number of the first row, for messages
   * @param name what messages call the rows
   */
  double[] contributions(float[] rows, int count, long first, String name) {
    RowBlock block = pass.run(rows, count);
    double[] contributions = new double[block.residuals().length];
    for (int c = 0; c < units.length; c++) {
      float[] parts = components.get(c).contributions(block, first, name);
      double factor = 1 / (units[c] * units.length);
      for (int i = 0; i < parts.length; i++) {
        contributions[i] += factor * parts[i];
      }
    }
    for (int i = 0; i < contributions.length; i++) {
      contributions[i] = Float.isNaN(rows[i]) ? 0 : contributions[i];
    }
    return contributions;
  }

  /**
   * Scores of rows, of which some follow others.
   *
   * @param first the number of the first, for messages
   * @param name what messages call the rows
   */
  double[] scores(float[] rows, int count, long first, String name) {
    double[] contributions = contributions(rows, count, first, name);
    int width = pass.model().inputs();
    double[] scores = new double[count];
    for (int r = 0; r < count; r++) {
      scores[r] = sum(contributions, r * width, width);
      if (!Double.isFinite(scores[r])) {
        throw new DataException(
            Message.SCORE_NOT_FINITE,
            first + r,
            name,
            scores[r],
            pass.model().description().simpleName());
      }
    }
    return scores;
  }

  static double sum(double[] values, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += values[i];
    }
    return sum;
  }

  double[] scores(Dataset data) {
    double[] scores = new double[data.size()];
    int[] done = {0};
    eachBlock(
        data,
        pass.blockRows(),
        block -> {
          double[] part = scores(block.values, block.count, done[0], data.name());
          System.arraycopy(part, 0, scores, done[0], block.count);
          done[0] += block.count;
        });
    return scores;
  }

  /** Some rows of a dataset. */
  @SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
  record Block(float[] values, int count) {}

  static void eachBlock(Dataset data, int blockRows, Consumer<Block> use) {
    int width = data.width();
    for (int from = 0; from < data.size(); from += blockRows) {
      int count = Math.min(blockRows, data.size() - from);
      float[] values = new float[count * width];
      for (int r = 0; r < count; r++) {
        data.read(from + r, values, r * width);
      }
      use.accept(new Block(values, count));
    }
  }
}
