package io.venturi.train;

import io.venturi.data.Dataset;
import io.venturi.spi.RowWeighting;
import io.venturi.spi.StepSeeds;
import java.util.Arrays;

/**
 * The losses of a batch's rows, and what each counts: the weights that the data gives its rows,
 * times those of the types that weigh rows by their losses.
 */
final class RowLosses {

  private static final float[] NONE = {};

  /** Shards write the losses of their own rows. */
  final float[] values;

  private final float[] weights;
  private final float[] moreWeights;
  private final RowWeighting[] hooks;
  private final HookContext[] contexts;
  private boolean weighted;

  RowLosses(int capacity, RowWeighting[] hooks) {
    this.hooks = hooks;
    this.contexts = new HookContext[hooks.length];
    for (int i = 0; i < contexts.length; i++) {
      contexts[i] = new HookContext(StepSeeds.WEIGHTINGS + i);
    }
    this.values = new float[capacity];
    this.weights = new float[capacity];
    this.moreWeights = new float[hooks.length > 0 ? capacity : 0];
  }

  /** Whether the losses of the whole batch decide what a row counts. */
  boolean needWholeBatch() {
    return hooks.length > 0;
  }

  /** Says which data the batch at hand is of, and in which step. */
  void begin(Dataset data, Moment moment) {
    weighted = data.isWeighted();
    for (HookContext context : contexts) {
      context.take(moment);
    }
  }

  /**
   * Notes the weights of some rows of the batch, if the data has any.
   *
   * @param first the number in the batch of the first
   */
  void gather(Dataset data, int[] order, int from, int first, int count) {
    if (weighted) {
      for (int r = 0; r < count; r++) {
        weights[first + r] = data.weight(order[from + r]);
      }
    }
  }

  /** Multiplies the losses of some rows by the data's weights. */
  void weigh(int first, int count) {
    if (weighted) {
      for (int r = first; r < first + count; r++) {
        values[r] *= weights[r];
      }
    }
  }

  /** Lets the types weigh the rows of the whole batch, by losses without the data's weights. */
  void weighAll(int rows) {
    if (!weighted) {
      Arrays.fill(weights, 0, rows, 1f);
    }
    for (int i = 0; i < hooks.length; i++) {
      hooks[i].weigh(values, moreWeights, rows, contexts[i]);
      for (int r = 0; r < rows; r++) {
        weights[r] *= moreWeights[r];
      }
    }
    for (int r = 0; r < rows; r++) {
      values[r] *= weights[r];
    }
  }

  /** What each row counts; empty if all count as one. */
  float[] rowWeights() {
    return weighted || needWholeBatch() ? weights : NONE;
  }

  /** Weighs the gradients of a shard's rows. */
  void weighGradients(Shard<?> shard) {
    if (weighted || needWholeBatch()) {
      shard.weigh(weights);
    }
  }

  /** The mean over the batch, in double and in the order of the rows. */
  double mean(int rows) {
    double sum = 0;
    for (int r = 0; r < rows; r++) {
      sum += values[r];
    }
    return sum / rows;
  }
}
