package io.venturi.generation;

/**
 * How far rows are from the nearest training row, by Euclidean distance: a model that has memorised
 * training rows gives rows that are nearer to them than rows are that it has never seen.
 *
 * <p>Smooth rows are nearer to everything than rows with detail, and what models draw is smooth. So
 * there is a third sample, what the model makes of the held-out rows: as smooth as what it draws,
 * and of rows that it cannot have memorised.
 *
 * @param generated one a row that was drawn
 * @param heldOut one a held-out row
 * @param reconstructed one a held-out row, of its reconstruction by the model that drew
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record TrainingDistances(double[] generated, double[] heldOut, double[] reconstructed) {

  /** The median of generated rows, over that of held-out rows. */
  public double ratio() {
    return Reference.median(generated) / Reference.median(heldOut);
  }

  /** How likely a generated row is nearer to the training rows than a held-out row. */
  public Share nearerThanHeldOut() {
    return RankShift.below(generated, heldOut);
  }

  /** How likely a generated row is nearer than the reconstruction of a held-out row. */
  public Share nearerThanReconstructed() {
    return RankShift.below(generated, reconstructed);
  }
}
