package io.venturi.anomaly;

import io.venturi.data.Scaling;
import io.venturi.model.Inference;
import io.venturi.model.Model;
import java.util.Arrays;

/**
 * The way of a block of rows through a model, and how rows differ from what comes back: what a
 * {@link Measure} may ask beside what is in a {@link RowBlock}. Immutable, for any number of
 * threads.
 */
public final class Pass {

  /** Whole blocks of the model's, so that rows have the same bits in streams and in memory. */
  private static final int BLOCK = 256;

  private static final int MOST_BLOCKS = 4;
  private static final int MOST_VALUES = 1 << 20;

  private final Model<?> model;
  private final Inference inference;
  private final Constants constants;
  private final float[] scale;

  Pass(Model<?> model, Constants constants) {
    this.model = model;
    this.inference = model.inference();
    this.constants = constants;
    this.scale = new float[model.inputs()];
    for (int i = 0; i < scale.length; i++) {
      scale[i] = 1;
    }
    model.scaling().map(Scaling::scale).ifPresent(s -> System.arraycopy(s, 0, scale, 0, s.length));
  }

  /** The model, whose detector closes it. */
  public Model<?> model() {
    return model;
  }

  Constants constants() {
    return constants;
  }

  /**
   * The most rows of a {@link RowBlock}: of very wide ones fewer than of others, for the memory's
   * sake.
   */
  public int blockRows() {
    int rows = MOST_VALUES / Math.max(model.inputs(), model.description().codeSize());
    return rows < BLOCK ? Math.max(1, rows) : BLOCK * Math.min(MOST_BLOCKS, rows / BLOCK);
  }

  /**
   * Takes rows through the model.
   *
   * @param rows raw; the first {@code count} · inputs values
   */
  RowBlock run(float[] rows, int count) {
    int inputs = model.inputs();
    float[] codes = new float[count * model.codeSize()];
    float[] residuals = new float[count * inputs];
    inference.encode(rows, count, codes);
    inference.decode(codes, count, residuals);
    subtract(rows, residuals);
    float[] scaled = new float[residuals.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = Float.isNaN(rows[i]) ? 0 : rows[i] / scale[i % inputs];
    }
    // A stream's last block has rows of the one before behind it.
    float[] exactly =
        rows.length == residuals.length ? rows : Arrays.copyOf(rows, residuals.length);
    return new RowBlock(count, exactly, scaled, codes, residuals);
  }

  /**
   * Makes residuals of reconstructions, in place: {@code row − reconstruction}, scaled; 0 where a
   * value is missing.
   */
  private void subtract(float[] rows, float[] reconstructions) {
    int inputs = model.inputs();
    for (int i = 0; i < reconstructions.length; i++) {
      int feature = i % inputs;
      if (Float.isNaN(rows[i])) {
        reconstructions[i] = 0;
      } else if (constants.has(feature)) {
        reconstructions[i] = constants.residual(feature, rows[i]);
      } else {
        reconstructions[i] = (rows[i] - reconstructions[i]) / scale[feature];
      }
    }
  }

  /**
   * How the rows of a block differ from what the decoder makes of other codes than theirs.
   *
   * @param codes (rows, {@code model.codeSize()}), row after row
   * @return (rows, features), scaled, as {@link RowBlock#residuals}
   */
  public float[] residuals(RowBlock block, float[] codes) {
    float[] residuals = new float[block.count() * model.inputs()];
    inference.decode(codes, block.count(), residuals);
    subtract(block.rows(), residuals);
    return residuals;
  }

  /**
   * What the encoder gives of each row of a block before a type makes a code of it: of variational
   * models the means of the units, then the logarithms of their variances.
   */
  public float[][] encoderOutput(RowBlock block) {
    int inputs = model.inputs();
    float[][] each = new float[block.count()][inputs];
    for (int r = 0; r < each.length; r++) {
      System.arraycopy(block.rows(), r * inputs, each[r], 0, inputs);
    }
    return inference.encoderOutput(each);
  }
}
