package io.venturi.spi;

import io.venturi.kernel.Activation;
import java.util.Arrays;

/**
 * Whole rows of a batch as a loss sees them: flat arrays, row after row, the first {@link #size()}
 * values of each in use.
 */
public final class LossTile {

  /** Pre-activations in; a loss may overwrite them. */
  public final float[] preActivation;

  /** Targets in; a loss may overwrite them. */
  public final float[] target;

  /** Out: {@code scale} · the gradient of each row's loss with respect to its pre-activations. */
  public final float[] gradient;

  /** Out: the loss of row r of the tile at {@code firstRow + r}. */
  public final float[] rowLoss;

  /** Scratch as long as the others. */
  public final float[] spare;

  /**
   * In, where {@link #isWeighted()}: what each value counts, finite and at least 0. A mean over a
   * row divides by the sum of the row's weights, a sum does not: see {@link ElementwiseLoss}. A
   * value of weight 0 is left out of loss and gradient, and its target may be any finite number. A
   * loss may overwrite them.
   */
  public final float[] weights;

  /**
   * Scratch of as many floats as the loss asked for by {@link Loss#scratch}: zeros at first, then
   * what the loss left in it.
   */
  public final float[] scratch;

  /** In: the values of the loss's own parameters, one block after another. */
  public final float[] parameters;

  /** Added to by {@link Loss#parameterGradient}: as long as {@link #parameters}. */
  public final float[] parameterGradient;

  private float[] rowWeights = {};
  private int firstRow;
  private int rows;
  private int width;
  private float scale;
  private boolean weighted;

  /** A tile on these arrays, for a loss that needs no scratch. */
  public LossTile(float[] preActivation, float[] target, float[] gradient, float[] rowLoss) {
    this(preActivation, target, gradient, rowLoss, 0, 0);
  }

  /**
   * A tile on these arrays.
   *
   * @param scratch how much of it the loss needs
   * @param parameters how many the loss has of its own
   */
  public LossTile(
      float[] preActivation,
      float[] target,
      float[] gradient,
      float[] rowLoss,
      int scratch,
      int parameters) {
    this.preActivation = preActivation;
    this.target = target;
    this.gradient = gradient;
    this.rowLoss = rowLoss;
    this.spare = new float[preActivation.length];
    this.weights = new float[preActivation.length];
    this.scratch = new float[scratch];
    this.parameters = new float[parameters];
    this.parameterGradient = new float[parameters];
  }

  /**
   * Makes the reconstruction of the pre-activations, in their place. A loss then writes its
   * derivatives with respect to the reconstruction into {@link #gradient}, and {@code
   * activation.gradient(gradient, at, rows(), width())} makes them what is asked for.
   *
   * @return where that takes the activation's derivative: outputs or, in {@link #spare}, inputs
   */
  public float[] reconstruct(Activation activation) {
    float[] at = preActivation;
    if (activation.differentiatesInput()) {
      at = spare;
      System.arraycopy(preActivation, 0, at, 0, size());
    }
    activation.apply(preActivation, rows, width);
    return at;
  }

  /** Says which rows the arrays hold; all their values count alike. */
  public void set(int firstRow, int rows, int width, float scale) {
    this.firstRow = firstRow;
    this.rows = rows;
    this.width = width;
    this.scale = scale;
    this.weighted = false;
  }

  /** Says that the values of these rows count as {@link #weights} says. */
  public void setWeighted() {
    weighted = true;
  }

  /**
   * Leaves out values whose target is missing, NaN: they count nothing, and their target becomes
   * {@code fill}. Where none is missing, nothing changes.
   */
  public void leaveOutMissing(float fill) {
    int missing = 0;
    for (int i = 0; i < size(); i++) {
      missing += Float.isNaN(target[i]) ? 1 : 0;
    }
    if (missing == 0) {
      return;
    }
    if (!weighted) {
      Arrays.fill(weights, 0, size(), 1f);
      weighted = true;
    }
    for (int i = 0; i < size(); i++) {
      if (Float.isNaN(target[i])) {
        weights[i] = 0;
        target[i] = fill;
      }
    }
  }

  /** Whether values count as {@link #weights} says; else all count alike. */
  public boolean isWeighted() {
    return weighted;
  }

  /**
   * Says what each row of the batch counts.
   *
   * @param weights by the number of the row in its batch; empty if all count as one
   */
  public void setRowWeights(float[] weights) {
    rowWeights = weights;
  }

  /** What row {@code r} of the tile counts in its batch. */
  public float rowWeight(int r) {
    return rowWeights.length == 0 ? 1f : rowWeights[firstRow + r];
  }

  /** Where this tile's losses go in {@link #rowLoss}. */
  public int firstRow() {
    return firstRow;
  }

  /** How many rows. */
  public int rows() {
    return rows;
  }

  /** Values of a row. */
  public int width() {
    return width;
  }

  /** rows · width. */
  public int size() {
    return rows * width;
  }

  /** What to multiply gradients by: 1 / (rows of the batch) for a mean over the batch. */
  public float scale() {
    return scale;
  }
}
