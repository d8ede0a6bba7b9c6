package io.venturi.anomaly;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a detector says of a row.
 *
 * @param score how far from normal: 1 is usual, more is less so
 * @param threshold the score above which rows are anomalies
 * @param pValue the share of normal rows with so high a score, by the calibration rows: {@link
 *     Calibration#pValue}; empty if there are none, or they may hold anomalies
 * @param contributions of all features, the largest first; their sum is the score
 */
public record Judgement(
    double score, double threshold, OptionalDouble pValue, List<Contribution> contributions) {

  public Judgement {
    contributions = List.copyOf(contributions);
  }

  /** Whether the score is above the threshold. */
  public boolean isAnomaly() {
    return score > threshold;
  }
}
