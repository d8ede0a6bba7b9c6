package io.venturi.layer;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.NetworkWorkspace;
import java.util.Arrays;

/**
 * Batch normalisation (Ioffe and Szegedy, 2015) over groups of rows, "ghost batches" (Hoffer,
 * Hubara and Soudry, 2017).
 *
 * <p>The state is {@code (steps, means, variances)}: how many steps the running averages are of,
 * then one mean and one unbiased variance a feature. Until there were {@code 1 / (1 − momentum)}
 * steps, all count alike, so that the averages never lean towards a made-up start.
 */
public final class BatchNormalizationKernel extends NormalizationKernel {

  /** Beyond, a float does not count by ones. */
  private static final float MOST_STEPS = 1 << 24;

  private final int group;
  private final float momentum;

  /**
   * A layer as wide as what enters.
   *
   * @param group rows that are normalised together in training, at least 2
   * @param momentum the share of the running averages that stays at each step
   * @param epsilon what is added to variances
   */
  public BatchNormalizationKernel(
      int width, int group, double momentum, double epsilon, Activation activation) {
    super(width, epsilon, activation);
    this.group = group;
    this.momentum = (float) momentum;
  }

  @Override
  public int rowGroup() {
    return group;
  }

  @Override
  public int stateSize() {
    return 1 + 2 * width;
  }

  @Override
  public void requireSound(float[] state, int offset) {
    float steps = state[offset];
    if (!(steps >= 0 && steps <= MOST_STEPS && steps == (int) steps)) {
      throw new IllegalArgumentException("running averages of " + steps + " steps");
    }
    for (int i = 0; i < width; i++) {
      float variance = state[offset + 1 + width + i];
      if (!(variance >= 0)) {
        throw new IllegalArgumentException("a variance of " + variance + " of feature " + i);
      }
    }
  }

  @Override
  int factors(int rows) {
    return (rows / group + 1) * width;
  }

  /** Where the group that begins at {@code first} ends: a single row left over joins it. */
  private int end(int first, int rows) {
    return rows - first - 1 <= group ? rows : first + group;
  }

  @Override
  void normalize(NetworkWorkspace w, Tensor in, NormalizationActivations out) {
    if (!w.isTraining()) {
      normalizeByRunningAverages(w, in, out);
      return;
    }
    out.stateUpdate().clear();
    int number = 0;
    for (int first = 0; first < w.rows(); first = end(first, w.rows())) {
      normalizeGroup(w, in, first, end(first, w.rows()) - first, number * width, out);
      number++;
    }
  }

  /**
   * Everything is measured from the group's first row, so that features far from zero lose no
   * digits.
   *
   * @param factor where the group's factors go
   */
  private void normalizeGroup(
      NetworkWorkspace w,
      Tensor in,
      int first,
      int rows,
      int factor,
      NormalizationActivations out) {
    in.read(first * width, out.shifts, width);
    Arrays.fill(out.row, 0);
    moments(w, in, first, rows, out);
    float[] means = out.row;
    for (int i = 0; i < width; i++) {
      means[i] = (float) (out.sums.get(i) / rows);
    }
    tell(w, 1, rows, out);
    moments(w, in, first, rows, out);
    for (int i = 0; i < width; i++) {
      out.factors[factor + i] = (float) (1 / Math.sqrt(out.products.get(i) / rows + epsilon));
    }
    tell(w, 1 + width, rows, out);
    write(w, in, first, rows, out, factor);
  }

  /** Sums of {@code x − shift − row} and of its square over some rows. */
  private void moments(
      NetworkWorkspace w, Tensor in, int first, int count, NormalizationActivations out) {
    out.sums.clear();
    out.products.clear();
    float[] values = w.tile(X);
    int tileRows = Tiles.rows(width);
    for (int row = first; row < first + count; row += tileRows) {
      int n = Math.min(tileRows, first + count - row) * width;
      in.read(row * width, values, n);
      float[] sum = out.sums.tile();
      float[] squares = out.products.tile();
      for (int at = 0; at < n; at += width) {
        for (int i = 0; i < width; i++) {
          float difference = values[at + i] - out.shifts[i] - out.row[i];
          sum[i] += difference;
          squares[i] += difference * difference;
        }
      }
      out.sums.addTile();
      out.products.addTile();
    }
  }

  /** Adds a group's means or unbiased variances, times its rows, to what the shard tells. */
  private void tell(NetworkWorkspace w, int at, int rows, NormalizationActivations out) {
    float[] told = w.tile(X);
    out.stateUpdate().read(at, told, width);
    for (int i = 0; i < width; i++) {
      double each =
          at == 1
              ? (double) out.shifts[i] + out.row[i]
              : out.products.get(i) / Math.max(1, rows - 1);
      told[i] += (float) (rows * each);
    }
    out.stateUpdate().write(at, told, width);
  }

  private void normalizeByRunningAverages(
      NetworkWorkspace w, Tensor in, NormalizationActivations out) {
    Tensor state = state().values();
    float[] variances = w.tile(Y);
    state.read(0, variances, 1);
    boolean fresh = variances[0] == 0;
    state.read(1, out.shifts, width);
    Arrays.fill(out.row, 0);
    state.read(1 + width, variances, width);
    for (int i = 0; i < width; i++) {
      out.factors[i] = (float) (1 / Math.sqrt((fresh ? 1 : variances[i]) + epsilon));
    }
    write(w, in, 0, w.rows(), out, 0);
  }

  /** Writes {@code (x − shift − row) · factor} of some rows. */
  private void write(
      NetworkWorkspace w,
      Tensor in,
      int first,
      int count,
      NormalizationActivations out,
      int factor) {
    float[] values = w.tile(X);
    int tileRows = Tiles.rows(width);
    for (int row = first; row < first + count; row += tileRows) {
      int n = Math.min(tileRows, first + count - row) * width;
      in.read(row * width, values, n);
      for (int at = 0; at < n; at += width) {
        for (int i = 0; i < width; i++) {
          values[at + i] = (values[at + i] - out.shifts[i] - out.row[i]) * out.factors[factor + i];
        }
      }
      out.normalized().write(row * width, values, n);
    }
  }

  @Override
  public void updateState(float[] state, float[] sum, int offset, int rows) {
    if (rows < 2) { // One row has no variance to speak of.
      return;
    }
    float steps = Math.min(MOST_STEPS, state[offset] + 1);
    float share = Math.max(1 - momentum, 1 / steps);
    state[offset] = steps;
    for (int i = offset + 1; i < offset + stateSize(); i++) {
      state[i] += share * (sum[i] / rows - state[i]);
    }
  }

  /** {@code dx = factor · (g − mean(g) − x̂ · mean(g · x̂))} over the rows of each group. */
  @Override
  void normalizationGradient(
      NetworkWorkspace w, Tensor gradient, NormalizationActivations out, Tensor in) {
    int number = 0;
    for (int first = 0; first < w.rows(); first = end(first, w.rows())) {
      int rows = end(first, w.rows()) - first;
      sums(w, gradient, first, rows, out);
      for (int i = 0; i < width; i++) {
        out.shifts[i] = (float) (out.sums.get(i) / rows);
        out.row[i] = (float) (out.products.get(i) / rows);
      }
      writeGradient(w, gradient, first, rows, out, number * width, in);
      number++;
    }
  }

  private void writeGradient(
      NetworkWorkspace w,
      Tensor gradient,
      int first,
      int count,
      NormalizationActivations out,
      int factor,
      Tensor in) {
    float[] g = w.tile(X);
    float[] normalized = w.tile(Y);
    int tileRows = Tiles.rows(width);
    for (int row = first; row < first + count; row += tileRows) {
      int n = Math.min(tileRows, first + count - row) * width;
      gradient.read(row * width, g, n);
      out.normalized().read(row * width, normalized, n);
      for (int at = 0; at < n; at += width) {
        for (int i = 0; i < width; i++) {
          g[at + i] =
              out.factors[factor + i]
                  * (g[at + i] - out.shifts[i] - normalized[at + i] * out.row[i]);
        }
      }
      in.write(row * width, g, n);
    }
  }

  @Override
  String describe() {
    return "batch normalization";
  }
}
