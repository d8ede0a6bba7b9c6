package io.venturi.generation;

import io.venturi.application.Proportion;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Precision and recall of generated rows (Kynkäänniemi et al., 2019): the share of generated codes
 * that lie where real ones do, low where rows look wrong; and the share of real codes that lie
 * where generated ones do, low where a kind of row is left out. The intervals are those of the rows
 * that are judged; what they are judged by is held.
 *
 * @param precision of the generated rows
 * @param recall of the real rows
 * @param rows how many of either kind were compared, since both figures depend on it
 */
public record PrecisionRecall(Share precision, Share recall, int rows) {

  /** Compares as many of both, spread evenly over those that there are. */
  static PrecisionRecall of(float[][] generated, float[][] real, int k) {
    int n = Math.min(generated.length, real.length);
    Settings.require("the number of neighbours", k, 1, n - 1);
    float[][] ours = evenly(generated, n);
    float[][] theirs = evenly(real, n);
    return new PrecisionRecall(
        share(NeighbourManifold.of(theirs, k).covered(ours)),
        share(NeighbourManifold.of(ours, k).covered(theirs)),
        n);
  }

  /** As rows of a file may be sorted, not the first ones. */
  static float[][] evenly(float[][] rows, int n) {
    return Arrays.stream(evenly(rows.length, n)).mapToObj(i -> rows[i]).toArray(float[][]::new);
  }

  static int[] evenly(int size, int n) {
    return IntStream.range(0, n).map(i -> (int) ((long) i * size / n)).toArray();
  }

  private static Share share(boolean[] covered) {
    int count = (int) IntStream.range(0, covered.length).filter(i -> covered[i]).count();
    return Share.of(new Proportion(count, covered.length));
  }

  /** Such as {@code precision 0.812, recall 0.654 of 2000 rows}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "precision %.3f, recall %.3f of %d rows",
        precision.value(),
        recall.value(),
        rows);
  }
}
