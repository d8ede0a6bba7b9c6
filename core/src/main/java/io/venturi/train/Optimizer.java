package io.venturi.train;

/**
 * A rule that changes parameters by their gradient. Implementations are immutable; what a rule
 * remembers of each parameter (moments) lies in slots that the trainer keeps. Anybody can write
 * one: the trainer takes an instance and knows none by name.
 *
 * <p>The update is elementwise, on flat tiles: the trainer cuts the parameter vector into tiles and
 * hands them to its threads, so a rule must not look beyond the values at one index. What {@code
 * toString()} says, as a record's does, goes into a model's provenance.
 */
public interface Optimizer {

  /** The learning rate before a {@link Schedule} multiplies it. */
  double learningRate();

  /** How many slots of state each parameter has; they start at zero. */
  int slots();

  /** How many numbers {@link #prepare} writes: unless it is overridden too, one. */
  default int coefficients() {
    return 1;
  }

  /**
   * Computes what is the same for all parameters in one step: unless overridden, the step's rate.
   *
   * @param step counts from 1
   * @param learningRate the rate of this step
   * @param coefficients out
   */
  default void prepare(long step, double learningRate, float[] coefficients) {
    coefficients[0] = (float) learningRate;
  }

  /**
   * Updates the first {@code n} parameters of a tile. Allocates nothing.
   *
   * @param coefficients what {@link #prepare} wrote for this step
   * @param parameters in and out
   * @param gradients of the loss, a mean over the batch; may be overwritten
   * @param slots in and out: {@link #slots()} arrays
   * @param decays whether weight decay applies to these: it does to weights, not to biases
   */
  void update(
      float[] coefficients,
      float[] parameters,
      float[] gradients,
      float[][] slots,
      int n,
      boolean decays);
}
