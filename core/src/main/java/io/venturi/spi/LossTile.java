package io.venturi.spi;

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

  private int firstRow;
  private int rows;
  private int width;
  private float scale;

  /** A tile on these arrays. */
  public LossTile(float[] preActivation, float[] target, float[] gradient, float[] rowLoss) {
    this.preActivation = preActivation;
    this.target = target;
    this.gradient = gradient;
    this.rowLoss = rowLoss;
    this.spare = new float[preActivation.length];
  }

  /** Says which rows the arrays hold. */
  public void set(int firstRow, int rows, int width, float scale) {
    this.firstRow = firstRow;
    this.rows = rows;
    this.width = width;
    this.scale = scale;
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
