package io.venturi.anomaly;

import io.venturi.data.Dataset;
import io.venturi.data.RowStream;
import io.venturi.error.DataException;
import io.venturi.model.Model;
import io.venturi.model.ScoreConsumer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Tells anomalies from normal rows. Immutable, for any number of threads; {@link #withThreshold}
 * and {@link #withFeatureNames} give another one on the same model.
 *
 * <p>{@link #close} frees the native memory of the model, and so of all detectors on it.
 *
 * <p>A score is a mean of what {@link Measure}s say, each divided by its median over normal rows,
 * so that none outweighs the others, and the mean by its median over the calibration rows, where
 * there are any: 1 is usual of normal rows that were not trained on, more is less so. A score is
 * the sum of its features' contributions, and always a finite number: where a row's values are too
 * large for one, that is an error. All methods that take rows throw {@link DataException} if a row
 * has another width than the model or a value that is not finite; of specs with
 * {@code @MissingValues}, missing ones add nothing. One row alone may differ in its last bits from
 * the same row among many.
 *
 * @param <S> the model's spec
 */
public final class Detector<S> implements AutoCloseable {

  private final Model<S> model;
  private final Scorer scorer;
  private final Calibration calibration;
  private final Limit limit;
  private final List<String> names;

  private Detector(
      Model<S> model, Scorer scorer, Calibration calibration, Limit limit, List<String> names) {
    this.model = model;
    this.scorer = scorer;
    this.calibration = calibration;
    this.limit = limit;
    this.names = List.copyOf(names);
  }

  /** A detector without a threshold. */
  static <S> Detector<S> of(
      Model<S> model, Scorer scorer, Calibration calibration, List<String> names) {
    return new Detector<>(model, scorer, calibration, Limit.NONE, names);
  }

  /** The model that it scores by. */
  public Model<S> model() {
    return model;
  }

  /** What scores are made of. */
  public List<Measure> measures() {
    return scorer.measures();
  }

  /** The scores of the rows that thresholds are set by. */
  public Calibration calibration() {
    return calibration;
  }

  /** The score above which rows are anomalies; empty without calibration rows, until one is set. */
  public OptionalDouble threshold() {
    return limit.score();
  }

  /** What the threshold was set by, in a few words; empty if there is none. */
  public String thresholdDescription() {
    return limit.by();
  }

  /**
   * The same detector with another threshold; nothing is fitted again.
   *
   * @throws DataException if the calibration rows do not allow for it
   */
  public Detector<S> withThreshold(Threshold rule) {
    return with(Limit.of(rule, calibration));
  }

  Detector<S> with(Limit other) {
    return new Detector<>(model, scorer, calibration, other, names);
  }

  /**
   * The same detector, calibrated by other rows: of them p-values and false-positive rates are
   * promised. Scores stay as they are; the threshold becomes {@code
   * Threshold.falsePositiveRate(0.01)}, or the lowest rate that so few rows can promise.
   *
   * @param normals normal rows, all of them, that nothing was learned from
   */
  public Detector<S> withCalibration(Dataset normals) {
    Calibration other = Calibration.of(score(normals));
    return of(model, scorer, other, names).withThreshold(Calibrating.usual(other));
  }

  /**
   * The same detector with names for features, as judgements and reports show them. They are kept
   * in its file. Rows with the same names in another order are refused.
   *
   * @throws DataException if there is not one for each feature, on one line each
   */
  public Detector<S> withFeatureNames(List<String> featureNames) {
    if (!FeatureNames.fit(featureNames, model.inputs())) {
      throw new DataException(AnomalyMessage.FEATURE_NAMES, featureNames.size(), model.inputs());
    }
    return new Detector<>(model, scorer, calibration, limit, featureNames);
  }

  /** The names of the features: the columns of the file that it was fitted to, if it has any. */
  public List<String> featureNames() {
    return names;
  }

  /** The scores of rows. */
  public double[] score(float[][] rows) {
    return rows.length == 0 ? new double[0] : score(Dataset.of("the data", rows));
  }

  /** The score of each row of a dataset. */
  public double[] score(Dataset rows) {
    require(rows);
    return scorer.scores(rows);
  }

  private void require(Dataset rows) {
    AnomalyDetection.requireRows(rows, model);
    FeatureNames.requireOrder(rows.name(), rows.featureNames(), names);
  }

  /** The score of one row. */
  public double score(float[] row) {
    return score(new float[][] {row})[0];
  }

  /**
   * Scores rows that may be more than fit into memory, of which only some are there at a time: the
   * same bits as of the same rows in a dataset.
   *
   * @param scores is given each row's number and score, in the rows' order
   * @return how many rows there were
   * @throws DataException also if the stream cannot be read; scores of the rows before have been
   *     handed over by then
   */
  public long score(RowStream rows, ScoreConsumer scores) {
    Objects.requireNonNull(scores, "scores");
    return StreamScoring.score(scorer, names, rows, scores);
  }

  /**
   * The p-value of each row: {@link Calibration#pValue}.
   *
   * @throws DataException also if there are no calibration rows, or they may hold anomalies
   */
  public double[] pValues(float[][] rows) {
    return rows.length == 0 ? new double[0] : pValues(Dataset.of("the data", rows));
  }

  /** The same of each row of a dataset. */
  public double[] pValues(Dataset rows) {
    calibration.requirePValues();
    double[] values = score(rows);
    for (int r = 0; r < values.length; r++) {
      values[r] = calibration.pValue(values[r]);
    }
    return values;
  }

  /** What each feature adds to the score of a row, which is their sum: 0 or more each. */
  public double[] contributions(float[] row) {
    score(row); // With all its checks.
    return scorer.contributions(row, 1, 0, "the data");
  }

  /** The same with the features' names, the largest first. */
  public List<Contribution> explain(float[] row) {
    return Contribution.ranked(contributions(row), names);
  }

  /**
   * Judges a row: whether it is an anomaly, and by which features.
   *
   * @throws DataException also if there is no threshold
   */
  public Judgement judge(float[] row) {
    double highest = limit.require();
    double[] parts = contributions(row);
    double score = Scorer.sum(parts, 0, parts.length);
    OptionalDouble pValue =
        calibration.promises()
            ? OptionalDouble.of(calibration.pValue(score))
            : OptionalDouble.empty();
    return new Judgement(score, highest, pValue, Contribution.ranked(parts, names));
  }

  /**
   * How well it tells rows of known kinds apart; without a threshold, how well its scores do.
   *
   * @param labels one a row: 0 for normal, 1 for an anomaly
   * @throws DataException if they are not, or of one kind alone
   */
  public Evaluation evaluate(Dataset rows, int[] labels) {
    require(rows);
    Ranking ranking = Ranking.of(scorer.scores(rows), labels, rows.name());
    float[] highest = new float[model.inputs()];
    rows.read(ranking.highestAnomaly(), highest, 0);
    return new Evaluation(ranking, limit.score(), limit.by(), explain(highest));
  }

  /** The same of rows given as arrays, (rows, features). */
  public Evaluation evaluate(float[][] rows, int[] labels) {
    return evaluate(Dataset.of("the data", rows), labels);
  }

  /**
   * Saves all of it, model, scaler, threshold and what it was learned from, in one file, which is
   * the model's and can be loaded as such.
   *
   * @throws io.venturi.error.ModelFileException if that fails; the old file is as before
   */
  public void save(Path path) {
    model.save(path, DetectorFile.attachments(this, scorer));
  }

  /** Closes the model, and so all detectors on it; see {@link Model#close}. */
  @Override
  public void close() {
    model.close();
  }

  /** The spec's name, what scores are made of, and the threshold. */
  @Override
  public String toString() {
    return "detector of %s by %s, threshold %s"
        .formatted(
            model.description().simpleName(),
            measures().stream().map(Measure::name).toList(),
            limit);
  }
}
