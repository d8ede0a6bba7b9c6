package io.venturi.layer;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.NetworkWorkspace;

/** Layer normalisation (Ba, Kiros and Hinton, 2016): over the features of each row. */
public final class LayerNormalizationKernel extends NormalizationKernel {

  /**
   * A layer as wide as what enters.
   *
   * @param epsilon what is added to variances
   */
  public LayerNormalizationKernel(int width, double epsilon, Activation activation) {
    super(width, epsilon, activation);
  }

  @Override
  int factors(int rows) {
    return rows;
  }

  @Override
  void normalize(NetworkWorkspace w, Tensor in, NormalizationActivations out) {
    float[] values = w.tile(X);
    int tileRows = Tiles.rows(width);
    for (int row = 0; row < w.rows(); row += tileRows) {
      int rows = Math.min(tileRows, w.rows() - row);
      in.read(row * width, values, rows * width);
      for (int r = 0; r < rows; r++) {
        out.factors[row + r] = normalizeRow(values, r * width);
      }
      out.normalized().write(row * width, values, rows * width);
    }
  }

  /** Two passes, in double: a mean far from zero costs no digits. */
  private float normalizeRow(float[] values, int first) {
    double sum = 0;
    for (int i = first; i < first + width; i++) {
      sum += values[i];
    }
    double mean = sum / width;
    double squares = 0;
    for (int i = first; i < first + width; i++) {
      double difference = values[i] - mean;
      squares += difference * difference;
    }
    double factor = 1 / Math.sqrt(squares / width + epsilon);
    for (int i = first; i < first + width; i++) {
      values[i] = (float) ((values[i] - mean) * factor);
    }
    return (float) factor;
  }

  /** {@code dx = factor · (g − mean(g) − x̂ · mean(g · x̂))} over each row. */
  @Override
  void normalizationGradient(
      NetworkWorkspace w, Tensor gradient, NormalizationActivations out, Tensor in) {
    float[] g = w.tile(X);
    float[] normalized = w.tile(Y);
    int tileRows = Tiles.rows(width);
    for (int row = 0; row < w.rows(); row += tileRows) {
      int rows = Math.min(tileRows, w.rows() - row);
      gradient.read(row * width, g, rows * width);
      out.normalized().read(row * width, normalized, rows * width);
      for (int r = 0; r < rows; r++) {
        rowGradient(g, normalized, r * width, out.factors[row + r]);
      }
      in.write(row * width, g, rows * width);
    }
  }

  private void rowGradient(float[] g, float[] normalized, int first, float factor) {
    double sum = 0;
    double products = 0;
    for (int i = first; i < first + width; i++) {
      sum += g[i];
      products += g[i] * normalized[i];
    }
    float mean = (float) (sum / width);
    float product = (float) (products / width);
    for (int i = first; i < first + width; i++) {
      g[i] = factor * (g[i] - mean - normalized[i] * product);
    }
  }

  @Override
  String describe() {
    return "layer normalization";
  }
}
