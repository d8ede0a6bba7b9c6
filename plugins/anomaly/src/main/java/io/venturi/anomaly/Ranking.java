package io.venturi.anomaly;

import io.venturi.application.Interval;
import io.venturi.application.Ranks;
import io.venturi.application.report.Point;
import io.venturi.error.DataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Rows of known kinds in the order of their scores, highest first, and what that order is worth.
 */
final class Ranking {

  private final double[] scores;
  private final boolean[] isAnomaly;
  private final int normals;
  private final int anomalies;
  private final Ranks ranks;

  // After each group of equal scores, from the highest on.
  private final List<Cut> cuts = new ArrayList<>();

  /** How many rows of each kind have this score or a higher one. */
  private record Cut(double score, int caught, int alarmed) {}

  private Ranking(double[] scores, boolean[] isAnomaly, int anomalies) {
    this.scores = scores;
    this.isAnomaly = isAnomaly;
    this.anomalies = anomalies;
    this.normals = scores.length - anomalies;
    this.ranks = Ranks.of(scoresOf(true), scoresOf(false));
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted((a, b) -> Double.compare(scores[b], scores[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    int caught = 0;
    int alarmed = 0;
    for (int i = 0; i < order.length; i++) {
      if (isAnomaly[order[i]]) {
        caught++;
      } else {
        alarmed++;
      }
      if (i + 1 == order.length || scores[order[i + 1]] != scores[order[i]]) {
        cuts.add(new Cut(scores[order[i]], caught, alarmed));
      }
    }
  }

  /** The average precision of scores that say nothing. */
  double shareOfAnomalies() {
    return (double) anomalies / scores.length;
  }

  /**
   * Ranks rows.
   *
   * @param name what messages call them
   * @throws DataException if a score is no number, or the labels are not 0 and 1, both
   */
  static Ranking of(double[] scores, int[] labels, String name) {
    Objects.requireNonNull(scores, "scores");
    Objects.requireNonNull(labels, "labels");
    boolean[] isAnomaly = new boolean[labels.length];
    int anomalies = 0;
    if (labels.length != scores.length) {
      throw unusable(name, "there are " + labels.length + " for " + scores.length + " rows");
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] != 0 && labels[i] != 1) {
        throw unusable(name, "label " + i + " is " + labels[i]);
      }
      if (Double.isNaN(scores[i])) {
        throw new DataException(AnomalyMessage.SCORE_NOT_A_NUMBER, i, name, scores[i]);
      }
      isAnomaly[i] = labels[i] == 1;
      anomalies += labels[i];
    }
    if (anomalies == 0 || anomalies == labels.length) {
      throw unusable(name, "all " + labels.length + " are " + (anomalies == 0 ? 0 : 1));
    }
    return new Ranking(scores.clone(), isAnomaly, anomalies);
  }

  private static DataException unusable(String name, String fault) {
    return new DataException(AnomalyMessage.LABELS, name, fault);
  }

  int normals() {
    return normals;
  }

  int anomalies() {
    return anomalies;
  }

  /** The probability that an anomaly's score is above a normal row's; equal ones count half. */
  double auroc() {
    return ranks.probabilityAbove();
  }

  /** 95 % around {@link #auroc}: {@link Ranks#interval}. */
  Interval aurocInterval() {
    return ranks.interval();
  }

  /** {@code Σ (recall − recall before) · precision}, over thresholds from the highest on. */
  double averagePrecision() {
    double sum = 0;
    int caught = 0;
    for (Cut cut : cuts) {
      sum += (double) (cut.caught - caught) * cut.caught / (cut.caught + cut.alarmed);
      caught = cut.caught;
    }
    return sum / anomalies;
  }

  /** False-positive rates across, true-positive rates up; from (0, 0) to (1, 1). */
  List<Point> roc() {
    List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
    for (Cut cut : cuts) {
      points.add(new Point((double) cut.alarmed / normals, (double) cut.caught / anomalies));
    }
    return points;
  }

  /** Recalls across, precisions up. */
  List<Point> precisionRecall() {
    List<Point> points = new ArrayList<>();
    for (Cut cut : cuts) {
      points.add(
          new Point(
              (double) cut.caught / anomalies, (double) cut.caught / (cut.caught + cut.alarmed)));
    }
    return points;
  }

  /** Half-way between the last score of the best cut and the next; below the first in any case. */
  double bestF1() {
    double best = -1;
    double threshold = 0;
    for (int i = 0; i < cuts.size(); i++) {
      Cut cut = cuts.get(i);
      double f1 = new Confusion(cut.caught, cut.alarmed, normals, anomalies).f1();
      if (f1 > best) {
        best = f1;
        threshold =
            i + 1 < cuts.size()
                ? between(cut.score, cuts.get(i + 1).score)
                : Math.nextDown(cut.score);
      }
    }
    return threshold;
  }

  /** Of neighbouring numbers the mean may round to the higher, which would not be above it. */
  private static double between(double higher, double lower) {
    double middle = higher / 2 + lower / 2;
    return middle < higher ? middle : lower;
  }

  /** What a threshold makes of the rows. */
  Confusion at(double threshold) {
    int caught = 0;
    int alarmed = 0;
    for (Cut cut : cuts) {
      if (cut.score > threshold) {
        caught = cut.caught;
        alarmed = cut.alarmed;
      }
    }
    return new Confusion(caught, alarmed, normals, anomalies);
  }

  /** The number of the anomaly with the highest score, the first of equal ones. */
  int highestAnomaly() {
    int highest = -1;
    for (int i = 0; i < scores.length; i++) {
      if (isAnomaly[i] && (highest < 0 || scores[i] > scores[highest])) {
        highest = i;
      }
    }
    return highest;
  }

  /** The scores of one kind. */
  double[] scoresOf(boolean anomalous) {
    return IntStream.range(0, scores.length)
        .filter(i -> isAnomaly[i] == anomalous)
        .mapToDouble(i -> scores[i])
        .toArray();
  }
}
