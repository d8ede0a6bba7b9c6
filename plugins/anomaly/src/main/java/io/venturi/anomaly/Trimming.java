package io.venturi.anomaly;

import io.venturi.data.Dataset;
import io.venturi.model.Model;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Learns what is usual from rows of which some may be anomalies, as least trimmed squares do: what
 * was learned scores the rows, and is learned again from those with the lowest scores, until they
 * are the same ones (the concentration steps of Rousseeuw and Van Driessen, A Fast Algorithm for
 * the Minimum Covariance Determinant Estimator, 1999).
 */
final class Trimming {

  private static final int MOST_STEPS = 10;

  private Trimming() {}

  /**
   * How many of so many rows are kept if this share is left out, rounded up; of any one or more.
   */
  static int kept(double share, int rows) {
    return Math.max(Math.min(1, rows), rows - (int) Math.ceil(share * rows - 1e-9));
  }

  /**
   * A scorer of what the rows are like that are not among the share with the highest scores.
   *
   * @param share in [0, 0.5]; with 0 all rows count
   */
  static Scorer fit(Model<?> model, List<Measure> measures, Dataset rows, double share) {
    Scorer scorer = ScorerFitting.fit(model, measures, rows);
    int kept = kept(share, rows.size());
    BitSet before = new BitSet();
    for (int step = 0; step < MOST_STEPS && kept < rows.size(); step++) {
      int[] lowest = lowest(scorer.scores(rows), kept);
      BitSet now = new BitSet();
      Arrays.stream(lowest).forEach(now::set);
      if (now.equals(before)) {
        break;
      }
      scorer = ScorerFitting.fit(model, measures, rows.select(lowest));
      before = now;
    }
    return scorer;
  }

  /** The numbers of the rows with the lowest scores, ascending; of equal ones the first. */
  private static int[] lowest(double[] scores, int count) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted((a, b) -> Double.compare(scores[a], scores[b]))
        .limit(count)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }
}
