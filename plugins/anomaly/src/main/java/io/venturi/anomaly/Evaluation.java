package io.venturi.anomaly;

import io.venturi.application.Interval;
import io.venturi.application.report.Point;
import io.venturi.application.report.ReportPart;
import io.venturi.application.report.ReportWriter;
import java.util.List;

/** How well a detector tells rows of known kinds apart. */
public final class Evaluation implements ReportPart {

  private final Ranking ranking;
  private final double threshold;
  private final String thresholdBy;
  private final Judgement highest;

  Evaluation(Ranking ranking, double threshold, String thresholdBy, Judgement highest) {
    this.ranking = ranking;
    this.threshold = threshold;
    this.thresholdBy = thresholdBy;
    this.highest = highest;
  }

  /**
   * The area under the ROC curve: the probability that an anomaly's score is above a normal row's,
   * equal ones counting half.
   */
  public double auroc() {
    return ranking.auroc();
  }

  /**
   * 95 % around {@link #auroc}, on other rows of the same kinds (DeLong et al. 1988, of logits).
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

  /** What the detector's threshold makes of the rows. */
  public Confusion confusion() {
    return ranking.at(threshold);
  }

  /** The harmonic mean of precision and recall at the detector's threshold. */
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

  /** What the detector says of the anomaly with the highest score. */
  public Judgement highestAnomaly() {
    return highest;
  }

  @Override
  public String title() {
    return "Anomaly detection";
  }

  @Override
  public void writeTo(ReportWriter report) {
    new EvaluationReport(this, ranking, threshold, thresholdBy).writeTo(report);
  }
}
