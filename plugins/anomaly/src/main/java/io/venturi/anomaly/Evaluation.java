package io.venturi.anomaly;

import io.venturi.application.Interval;
import io.venturi.application.report.Point;
import io.venturi.application.report.ReportPart;
import io.venturi.application.report.ReportWriter;
import io.venturi.error.DataException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How well a detector tells rows of known kinds apart. Its ranking, {@link #auroc} and {@link
 * #averagePrecision} with their curves, needs no threshold; what depends on one throws {@link
 * DataException} if the detector had none.
 */
public final class Evaluation implements ReportPart {

  private final Ranking ranking;
  private final OptionalDouble threshold;
  private final String thresholdBy;
  private final List<Contribution> highest;

  Evaluation(
      Ranking ranking, OptionalDouble threshold, String thresholdBy, List<Contribution> highest) {
    this.ranking = ranking;
    this.threshold = threshold;
    this.thresholdBy = thresholdBy;
    this.highest = List.copyOf(highest);
  }

  /**
   * The area under the ROC curve: the probability that an anomaly's score is above a normal row's,
   * equal ones counting half.
   */
  public double auroc() {
    return ranking.auroc();
  }

  /**
   * 95 % around {@link #auroc}, on other rows of the same kinds: {@link
   * io.venturi.application.Ranks#interval}, which is wide enough for few anomalies too.
   */
  public Interval aurocInterval() {
    return ranking.aurocInterval();
  }

  /**
   * Average precision, {@code Σ (recall − recall before) · precision}. Unlike the area under the
   * ROC curve it depends on how many anomalies there are.
   */
  public double averagePrecision() {
    return ranking.averagePrecision();
  }

  /** The detector's threshold; empty if it had none. */
  public OptionalDouble threshold() {
    return threshold;
  }

  /**
   * What the detector's threshold makes of the rows.
   *
   * @throws DataException if it had none
   */
  public Confusion confusion() {
    return ranking.at(threshold.orElseThrow(() -> new DataException(AnomalyMessage.NO_THRESHOLD)));
  }

  /**
   * The harmonic mean of precision and recall at the detector's threshold.
   *
   * @throws DataException if it had none
   */
  public double f1() {
    return confusion().f1();
  }

  /** False-positive rates and true-positive rates, for every threshold. */
  public List<Point> roc() {
    return ranking.roc();
  }

  /** Recalls and precisions, for every threshold. */
  public List<Point> precisionRecall() {
    return ranking.precisionRecall();
  }

  /** Why the anomaly with the highest score has it: as {@link Detector#explain}. */
  public List<Contribution> highestAnomaly() {
    return highest;
  }

  @Override
  public String title() {
    return "Anomaly detection";
  }

  @Override
  public void writeTo(ReportWriter report) {
    new EvaluationReport(this, ranking, thresholdBy).writeTo(report);
  }

  /** Such as {@code AUROC 0.941, average precision 0.733}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "AUROC %.3f, average precision %.3f", auroc(), averagePrecision());
  }
}
