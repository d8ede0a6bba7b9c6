package io.venturi.anomaly;

import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.kernel.Seeds;
import io.venturi.model.Model;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Sets calibration rows aside: a share, drawn by the seed, of those at hand.
 *
 * @param share of the rows, in [0, 1), or {@link #AUTO}
 * @param seed of the draw
 */
record Calibrating(double share, long seed) {

  /** A fifth; of few rows more, up to two fifths, if they make a hundred: for a rate of 1 %. */
  static final double AUTO = -1;

  private static final int LEAST_ROWS = 20;
  private static final double USUAL_RATE = 0.01;

  /** Of its own: users may have split their rows by the same seed. */
  private static final int STREAM = 410;

  /** Rows to learn from, and those set aside. */
  record Parts(Dataset learned, Optional<Dataset> calibration) {}

  Parts of(Dataset normals) {
    int rows = normals.size();
    if (rows < LEAST_ROWS) {
      throw new DataException(AnomalyMessage.TOO_FEW_ROWS, normals.name(), rows, LEAST_ROWS);
    }
    if (isConstant(normals)) {
      throw new DataException(AnomalyMessage.CONSTANT, rows, normals.name());
    }
    double aside = share == AUTO ? Math.max(0.2 * rows, Math.min(100, 0.4 * rows)) : share * rows;
    int calibration = Math.min((int) Math.round(aside), rows - LEAST_ROWS / 2);
    if (calibration == 0) {
      return new Parts(normals, Optional.empty());
    }
    Dataset.Split split =
        normals.split((rows - calibration) / (double) rows, Seeds.of(seed, STREAM));
    return new Parts(split.first(), Optional.of(split.second()));
  }

  private static boolean isConstant(Dataset normals) {
    float[] first = new float[normals.width()];
    float[] other = new float[first.length];
    normals.read(0, first, 0);
    for (int row = 1; row < normals.size(); row++) {
      normals.read(row, other, 0);
      if (!Arrays.equals(first, other)) {
        return false;
      }
    }
    return true;
  }

  /** A detector on a model whose training rows are none of these. */
  <S> Detector<S> of(Model<S> model, Dataset normals, double contaminated) {
    Parts parts = of(normals);
    return detector(model, Measures.of(model), parts, contaminated);
  }

  /** The share of a model's rows that may be anomalies, by its spec. */
  static double contaminatedBy(Model<?> model) {
    return model.annotation(Trimmed.class).map(Trimmed::fraction).orElse(0.0);
  }

  /**
   * A detector.
   *
   * @param contaminated the share of the rows, of both parts, that may be anomalies
   */
  static <S> Detector<S> detector(
      Model<S> model, List<Measure> measures, Parts parts, double contaminated) {
    List<String> columns = parts.learned().featureNames();
    List<String> names = FeatureNames.fit(columns, model.inputs()) ? columns : List.of();
    Scorer learned = Trimming.fit(model, measures, parts.learned(), contaminated);
    if (parts.calibration().isEmpty()) {
      return Detector.of(model, learned, Calibration.of(), names);
    }
    Dataset rest = parts.calibration().get();
    Scorer scorer = learned.of(Calibration.trimmed(contaminated, learned.scores(rest)).median());
    Calibration calibration = Calibration.trimmed(contaminated, scorer.scores(rest));
    return Detector.of(model, scorer, calibration, names).withThreshold(usual(calibration));
  }

  /** A promised rate, or an estimate that withstands anomalies where there may be some. */
  static Threshold usual(Calibration calibration) {
    return calibration.trimmed() > 0
        ? Threshold.estimatedRate(USUAL_RATE)
        : Threshold.falsePositiveRate(Math.max(USUAL_RATE, calibration.leastRate()));
  }
}
