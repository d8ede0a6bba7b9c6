package io.venturi.spi;

/**
 * A term of the objective that depends on the encoder's Jacobian {@code J = ∂code/∂input}, by way
 * of products {@code Jᵀv}. Every row is by itself; over the rows of a batch the mean is taken, row
 * weights aside. It counts in training and in validation. Stateless and thread-safe; nothing
 * allocates.
 *
 * <p>Codes that a head makes wider than what the decoder reads count with what the decoder reads.
 */
public interface JacobianPenalty {

  /** What metrics call it. */
  String name();

  /**
   * How many directions a row is asked about in a step: each costs about what the encoder's forward
   * and backward pass cost together.
   *
   * @param codes numbers of a code
   */
  int directions(int codes);

  /**
   * Writes the direction v of each of {@code rows} rows, row after row. What is random in it comes
   * from {@code step.seed()} and the row's number alone, so that it does not depend on how a batch
   * is cut up.
   *
   * @param v out, {@code codes} values a row
   * @param firstRow the number in its batch of the first row here
   * @param number which direction, from 0
   */
  void direction(float[] v, int rows, int codes, int firstRow, int number, StepContext step);

  /**
   * What one direction adds to the penalty of some rows.
   *
   * @param products {@code Jᵀv} of each row in, row after row; out, {@code scale} · the derivative
   *     of what is returned
   * @param inputs values a row
   * @param codes numbers of a code, as in {@link #directions}
   * @param scale what to multiply derivatives by: 1 / (rows of the batch)
   * @param step the same as {@link #direction} gets, for a weight that is warmed up, say
   * @return the sum over these rows
   */
  double penalise(float[] products, int rows, int inputs, int codes, float scale, StepContext step);
}
