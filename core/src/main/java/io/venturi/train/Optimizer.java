package io.venturi.train;

/**
 * A rule that changes parameters by their gradient. Implementations are immutable; what a rule
 * remembers of each parameter (moments) lies in slots that the trainer keeps.
 *
 * <p>The update is elementwise, on flat tiles: the trainer cuts the parameter vector into tiles and
 * hands them to its threads, so a rule must not look beyond the values at one index.
 */
public interface Optimizer {

  /** How many slots of state each parameter has; they start at zero. */
  int slots();

  /** How many numbers {@link #prepare} writes. */
  int coefficients();

  /**
   * Computes what is the same for all parameters in one step.
   *
   * @param step counts from 1
   * @param coefficients out
   */
  void prepare(long step, float[] coefficients);

  /**
   * Updates the first {@code n} parameters of a tile. Allocates nothing.
   *
   * @param coefficients what {@link #prepare} wrote for this step
   * @param parameters in and out
   * @param gradients of the loss, a mean over the batch
   * @param slots in and out: {@link #slots()} arrays
   */
  void update(float[] coefficients, float[] parameters, float[] gradients, float[][] slots, int n);

  /** What it is and its settings, for provenance: {@code Adam(learningRate=0.001, ...)}. */
  String describe();
}
