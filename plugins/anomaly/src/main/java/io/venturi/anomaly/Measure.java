package io.venturi.anomaly;

import io.venturi.model.Attachment;
import io.venturi.model.Model;

/**
 * A way of telling how far a row is from the normal ones. A score is a mean of several, each
 * divided by its median over normal rows, so that none outweighs the others. All are sums over
 * features; residuals are differences of a row from its reconstruction, both scaled as the model
 * scales them.
 *
 * <p>Those that are there are the constants of this interface. One of your own implements it, is
 * given to {@link Fitting#measures}, and again to {@link AnomalyDetection#load}: a file holds what
 * it has learned, by its name. Stateless, for any number of threads.
 */
public interface Measure {

  /** {@code Σ r² / v}: squared residuals, each divided by its mean over normal rows. */
  Measure WEIGHTED_ERROR =
      new BuiltIn("WEIGHTED_ERROR", model -> true, WeightedError.Learner::new, WeightedError::of);

  /**
   * The squared Mahalanobis distance of the residuals from those of normal rows: errors that never
   * occur together count more. Its features' shares are those of Garthwaite and Koch (2016). Of
   * rows with more than {@value Covariance#LARGEST} features, correlations are left out.
   */
  Measure RESIDUAL_DISTANCE =
      new BuiltIn(
          "RESIDUAL_DISTANCE", model -> true, ResidualDistance.Learner::new, ResidualDistance::of);

  /**
   * The squared Mahalanobis distance of the code from those of normal rows: of rows that are
   * reconstructed well because they are extreme and not because they are normal. What each unit
   * (decorrelated) adds is dealt out to the features that go with it on normal rows and deviate in
   * this row; where units and features make more than {@value CodeDistance#MOST_SHARES} pairs, to
   * all that deviate, by how far they do. Of codes of more than {@value Covariance#LARGEST}
   * numbers, correlations are left out.
   */
  Measure CODE_DISTANCE =
      new BuiltIn("CODE_DISTANCE", model -> true, CodeDistanceLearner::new, CodeDistance::of);

  /**
   * Of a variational model: as {@link #WEIGHTED_ERROR}, the mean over 16 codes drawn from the row's
   * posterior. That is, but for constants, minus twice the reconstruction probability of An and Cho
   * (2015), Gaussian with the variances of normal residuals. The draws are the same for all rows.
   */
  Measure RECONSTRUCTION_PROBABILITY =
      new BuiltIn(
          "RECONSTRUCTION_PROBABILITY",
          Model::hasGaussianPosterior,
          ReconstructionProbability.Learner::new,
          ReconstructionProbability::of);

  /**
   * The name that files know it by, which never changes: a letter, then up to 79 letters, digits,
   * {@code _} and {@code -}.
   */
  String name();

  /** Whether it can measure rows by this model; if not, fitting a detector by it is refused. */
  boolean fits(Model<?> model);

  /**
   * Starts to learn what is usual of normal rows.
   *
   * @param pass the way through a model that this fits
   */
  MeasureLearner learner(Pass pass);

  /**
   * What was learned and {@linkplain FittedMeasure#attach written} before.
   *
   * @param state what was written; what is in it is not trusted, since anybody can write a file
   * @param pass the way through a model that this fits
   * @throws IllegalArgumentException if it is not sound, or does not suit the model; says why in
   *     words that follow "it is not a sound model file:", as those of {@link
   *     Attachment#doubles(String, int)}
   */
  FittedMeasure read(Attachment state, Pass pass);
}
