package io.venturi.anomaly;

import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.data.Scalers;
import io.venturi.data.ValueRange;
import io.venturi.error.DataException;
import io.venturi.error.Message;
import io.venturi.model.Model;
import io.venturi.train.Adam;
import io.venturi.train.Schedules;
import io.venturi.train.Trainer;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/**
 * Settings of a detector's training. None needs to be set:
 *
 * <ul>
 *   <li>A fifth of the rows calibrates thresholds, more of few rows: up to two fifths, if that
 *       makes a hundred, so that a false-positive rate of 1 % can be promised.
 *   <li>All rows are taken for normal, unless the spec is {@link Trimmed}: then so many may be
 *       anomalies.
 *   <li>Features are scaled by {@code Scalers.standard()}, unless the data is known to lie in [0,
 *       1], as pixels are.
 *   <li>Batches have a tenth of the rows, within 16 and 256, and training some 3,000 steps, at
 *       least 10 epochs, by {@code Adam(2e-3)} whose rate falls along a cosine.
 *   <li>Scores are of {@link Measure#WEIGHTED_ERROR} (of variational models {@link
 *       Measure#RECONSTRUCTION_PROBABILITY}), {@link Measure#RESIDUAL_DISTANCE} and {@link
 *       Measure#CODE_DISTANCE}.
 * </ul>
 *
 * @param <S> the spec
 */
public final class Fitting<S> {

  private static final int SMALLEST_BATCH = 16;
  private static final int LARGEST_BATCH = 256;
  private static final int STEPS = 3_000;
  private static final int LEAST_EPOCHS = 10;
  private static final double LEARNING_RATE = 2e-3;

  private final Trainer<S> trainer;
  private long seed = 42;
  private double calibrationShare = Calibrating.AUTO;
  private OptionalDouble contaminated = OptionalDouble.empty();
  private List<Measure> measures = List.of();
  private UnaryOperator<Trainer<S>> training = UnaryOperator.identity();

  Fitting(Trainer<S> trainer) {
    this.trainer = trainer;
  }

  /** The seed of everything random: which rows calibrate, and the training; 42 unless set. */
  public Fitting<S> seed(long seed) {
    this.seed = seed;
    return this;
  }

  /**
   * The share of the rows that is not trained on but calibrates thresholds, in [0, 1). With 0 there
   * are thresholds by {@link Threshold#at} and {@link Threshold#bestF1} alone.
   *
   * @throws DataException if it is not in [0, 1)
   */
  public Fitting<S> calibrationShare(double share) {
    if (!(share >= 0 && share < 1)) {
      throw new DataException(Message.HYPERPARAMETER, "calibrationShare", share, "in [0, 1)");
    }
    this.calibrationShare = share;
    return this;
  }

  /**
   * The share of the rows that may be anomalies, in [0, 0.5]; unless set, that of the spec's {@link
   * Trimmed}, or 0. So many of the rows, those with the highest scores, are left out of what scores
   * are made of, and of the calibration rows. A promised false-positive rate needs calibration rows
   * that are all normal, so the threshold is then {@code Threshold.estimatedRate(0.01)}, and there
   * are no p-values, unless {@link Detector#withCalibration} is given normal rows. What the model
   * itself learns is for {@link Trimmed} to say.
   *
   * @throws DataException if it is not in [0, 0.5]
   */
  public Fitting<S> contaminated(double share) {
    requireShare(share);
    this.contaminated = OptionalDouble.of(share);
    return this;
  }

  static void requireShare(double contaminated) {
    if (!(contaminated >= 0 && contaminated <= 0.5)) {
      throw new DataException(Message.HYPERPARAMETER, "contaminated", contaminated, "in [0, 0.5]");
    }
  }

  /**
   * What scores are made of, each once: measures that are there, in their order, then your own. A
   * detector by one that does not fit the model is refused when it has been trained, with a {@link
   * io.venturi.error.SpecException}.
   *
   * @throws DataException if one has a name that a file cannot keep, or the name of another
   */
  public Fitting<S> measures(Measure first, Measure... others) {
    this.measures = Measures.of(first, others);
    return this;
  }

  /** Settings of the trainer, made after those above: {@code trainer -> trainer.epochs(50)}. */
  public Fitting<S> training(UnaryOperator<Trainer<S>> settings) {
    this.training = Objects.requireNonNull(settings, "settings");
    return this;
  }

  /**
   * Trains, and learns what the model makes of the rows.
   *
   * @param normals 20 or more, whose values are finite, or NaN for specs with
   *     {@code @MissingValues}
   * @throws DataException if they are not, before anything is done
   */
  public Detector<S> fit(Dataset normals) {
    Objects.requireNonNull(normals, "normals");
    Calibrating.Parts parts = new Calibrating(calibrationShare, seed).of(normals);
    Dataset rows = parts.learned();
    // The trainer checks its rows itself; whether values may be missing, it knows.
    ValueRange finite = ValueRange.FINITE.withGaps(true);
    parts.calibration().ifPresent(rest -> DataChecks.require(rest, rest.name(), finite));
    int batch = Math.max(SMALLEST_BATCH, Math.min(LARGEST_BATCH, rows.size() / 10));
    int steps = (rows.size() + batch - 1) / batch;
    trainer
        .seed(seed)
        .batchSize(batch)
        .epochs(Math.max(LEAST_EPOCHS, (STEPS + steps - 1) / steps))
        .optimizer(new Adam(LEARNING_RATE))
        .schedule(Schedules.cosine());
    if (!rows.knownWithin(0, 1)) {
      trainer.scaler(Scalers.standard());
    }
    Model<S> model = training.apply(trainer).fit(rows).model();
    try {
      parts.calibration().ifPresent(rest -> AnomalyDetection.requireRows(rest, model));
      return Calibrating.detector(
          model,
          measures.isEmpty() ? Measures.of(model) : measures,
          parts,
          contaminated.orElseGet(() -> Calibrating.contaminatedBy(model)));
    } catch (RuntimeException e) { // Nobody else knows the model.
      model.close();
      throw e;
    }
  }

  /** The same of rows given as arrays, (rows, features). */
  public Detector<S> fit(float[][] normals) {
    return fit(Dataset.of("the normal data", normals));
  }
}
