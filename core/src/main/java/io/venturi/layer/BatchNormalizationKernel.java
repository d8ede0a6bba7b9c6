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
  int factors(int rows) {
    return (rows / group + 1) * width;
  }

  /** Where the group that begins at {@code first} ends: a single row left over joins it. */
  private int end(int first, int rows) {
    int left = rows - first;
    return left <= group + 1 ? rows : first + group;
  }

  @Override
  void normalize(NetworkWorkspace w, Tensor in, NormalizationActivations out) {
    if (!w.isTraining()) {
      normalizeByRunningAverages(w, in, out);
      return;
    }
    Tensor update = out.stateUpdate();
    update.clear();
    int number = 0;
    for (int first = 0; first < w.rows(); first = end(first, w.rows())) {
      int rows = end(first, w.rows()) - first;
      columnMeans(w, in, first, rows, out.sums);
      columnVariances(w, in, first, rows, out);
      add(w, update, 1, rows, out.sums);
      add(w, update, 1 + width, rows * (rows / Math.max(1f, rows - 1)), out.moreSums);
      for (int i = 0; i < width; i++) {
        out.moreSums[i] = (float) (1 / Math.sqrt(out.moreSums[i] + epsilon));
      }
      System.arraycopy(out.moreSums, 0, out.factors, number * width, width);
      write(w, in, first, rows, out, out.moreSums);
      number++;
    }
  }

  private void normalizeByRunningAverages(
      NetworkWorkspace w, Tensor in, NormalizationActivations out) {
    Tensor state = state().values();
    float[] steps = w.tile(X);
    state.read(0, steps, 1);
    boolean fresh = steps[0] == 0;
    state.read(1, out.sums, width);
    state.read(1 + width, out.moreSums, width);
    for (int i = 0; i < width; i++) {
      float variance = fresh ? 1 : out.moreSums[i];
      out.moreSums[i] = (float) (1 / Math.sqrt(variance + epsilon));
    }
    write(w, in, 0, w.rows(), out, out.moreSums);
  }

  private void columnMeans(NetworkWorkspace w, Tensor in, int first, int rows, float[] means) {
    Arrays.fill(means, 0);
    float[] values = w.tile(X);
    int tileRows = Tiles.rows(width);
    for (int row = first; row < first + rows; row += tileRows) {
      int n = Math.min(tileRows, first + rows - row) * width;
      in.read(row * width, values, n);
      for (int at = 0; at < n; at += width) {
        for (int i = 0; i < width; i++) {
          means[i] += values[at + i];
        }
      }
    }
    for (int i = 0; i < width; i++) {
      means[i] /= rows;
    }
  }

  /** About the means in {@code out.sums}, into {@code out.moreSums}. */
  private void columnVariances(
      NetworkWorkspace w, Tensor in, int first, int rows, NormalizationActivations out) {
    float[] means = out.sums;
    float[] variances = out.moreSums;
    Arrays.fill(variances, 0);
    float[] values = w.tile(X);
    int tileRows = Tiles.rows(width);
    for (int row = first; row < first + rows; row += tileRows) {
      int n = Math.min(tileRows, first + rows - row) * width;
      in.read(row * width, values, n);
      for (int at = 0; at < n; at += width) {
        for (int i = 0; i < width; i++) {
          float difference = values[at + i] - means[i];
          variances[i] += difference * difference;
        }
      }
    }
    for (int i = 0; i < width; i++) {
      variances[i] /= rows;
    }
  }

  /** Writes {@code (x − out.sums) · factors} of some rows. */
  private void write(
      NetworkWorkspace w,
      Tensor in,
      int first,
      int rows,
      NormalizationActivations out,
      float[] factors) {
    float[] means = out.sums;
    float[] values = w.tile(X);
    int tileRows = Tiles.rows(width);
    for (int row = first; row < first + rows; row += tileRows) {
      int n = Math.min(tileRows, first + rows - row) * width;
      in.read(row * width, values, n);
      for (int at = 0; at < n; at += width) {
        for (int i = 0; i < width; i++) {
          values[at + i] = (values[at + i] - means[i]) * factors[i];
        }
      }
      out.normalized().write(row * width, values, n);
    }
  }

  /** Adds {@code weight · values} to a part of the shard's message to the state. */
  private void add(NetworkWorkspace w, Tensor update, int at, float weight, float[] values) {
    float[] sum = w.tile(X);
    update.read(at, sum, width);
    for (int i = 0; i < width; i++) {
      sum[i] += weight * values[i];
    }
    update.write(at, sum, width);
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
      means(w, gradient, first, rows, out);
      writeGradient(w, gradient, first, rows, out, number * width, in);
      number++;
    }
  }

  /** mean(g) and mean(g · x̂) over some rows. */
  private void means(
      NetworkWorkspace w, Tensor gradient, int first, int rows, NormalizationActivations out) {
    Arrays.fill(out.sums, 0);
    Arrays.fill(out.moreSums, 0);
    float[] g = w.tile(X);
    float[] normalized = w.tile(Y);
    int tileRows = Tiles.rows(width);
    for (int row = first; row < first + rows; row += tileRows) {
      int n = Math.min(tileRows, first + rows - row) * width;
      gradient.read(row * width, g, n);
      out.normalized().read(row * width, normalized, n);
      for (int at = 0; at < n; at += width) {
        for (int i = 0; i < width; i++) {
          out.sums[i] += g[at + i];
          out.moreSums[i] += g[at + i] * normalized[at + i];
        }
      }
    }
    for (int i = 0; i < width; i++) {
      out.sums[i] /= rows;
      out.moreSums[i] /= rows;
    }
  }

  private void writeGradient(
      NetworkWorkspace w,
      Tensor gradient,
      int first,
      int rows,
      NormalizationActivations out,
      int factor,
      Tensor in) {
    float[] g = w.tile(X);
    float[] normalized = w.tile(Y);
    int tileRows = Tiles.rows(width);
    for (int row = first; row < first + rows; row += tileRows) {
      int n = Math.min(tileRows, first + rows - row) * width;
      gradient.read(row * width, g, n);
      out.normalized().read(row * width, normalized, n);
      for (int at = 0; at < n; at += width) {
        for (int i = 0; i < width; i++) {
          g[at + i] =
              out.factors[factor + i]
                  * (g[at + i] - out.sums[i] - normalized[at + i] * out.moreSums[i]);
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
