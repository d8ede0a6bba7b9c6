package io.venturi.anomaly;

/**
 * Ways of telling how far a row is from the normal ones. A score is a mean of several, each divided
 * by its median over normal rows, so that none outweighs the others. All are sums over features;
 * residuals are differences of a row from its reconstruction, both scaled as the model scales them.
 */
public enum Measure {

  /** {@code Σ r² / v}: squared residuals, each divided by its mean over normal rows. */
  WEIGHTED_ERROR,

  /**
   * The squared Mahalanobis distance of the residuals from those of normal rows: errors that never
   * occur together count more. Its features' shares are those of Garthwaite and Koch (2016). Of
   * rows with more than {@value Covariance#LARGEST} features, correlations are left out.
   */
  RESIDUAL_DISTANCE,

  /**
   * The squared Mahalanobis distance of the code from those of normal rows: of rows that are
   * reconstructed well because they are extreme and not because they are normal. What each unit
   * (decorrelated) adds is dealt out to the features that go with it on normal rows and deviate in
   * this row; where units and features make more than {@value CodeDistance#MOST_SHARES} pairs, to
   * all that deviate, by how far they do. Of codes of more than {@value Covariance#LARGEST}
   * numbers, correlations are left out.
   */
  CODE_DISTANCE,

  /**
   * Of a variational model: as {@link #WEIGHTED_ERROR}, the mean over 16 codes drawn from the row's
   * posterior. That is, but for constants, minus twice the reconstruction probability of An and Cho
   * (2015), Gaussian with the variances of normal residuals. The draws are the same for all rows.
   */
  RECONSTRUCTION_PROBABILITY
}
