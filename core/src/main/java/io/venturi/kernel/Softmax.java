package io.venturi.kernel;

import io.venturi.annotation.Codomain;

/**
 * {@code y_i = exp(x_i) / Σ_j exp(x_j)} over each row: positive values that add up to 1. For rows
 * that are distributions, such as compositions or histograms, or for codes that are soft
 * assignments.
 */
@Codomain(min = 0, max = 1)
public final class Softmax implements TwiceDifferentiable {

  /** The largest value is taken off first, so that no exponential overflows. */
  @Override
  public void apply(float[] x, int rows, int width) {
    for (int first = 0; first < rows * width; first += width) {
      float most = Float.NEGATIVE_INFINITY;
      for (int i = first; i < first + width; i++) {
        most = Math.max(most, x[i]); // NaN if any is.
      }
      double sum = 0;
      for (int i = first; i < first + width; i++) {
        x[i] = FloatMath.exp(x[i] - most);
        sum += x[i];
      }
      float scale = (float) (1 / sum);
      for (int i = first; i < first + width; i++) {
        x[i] = Math.min(1f, x[i] * scale);
      }
    }
  }

  /** {@code dx_i = y_i (dy_i − Σ_j dy_j y_j)}. */
  @Override
  public void gradient(float[] gradient, float[] y, int rows, int width) {
    for (int first = 0; first < rows * width; first += width) {
      double sum = 0;
      for (int i = first; i < first + width; i++) {
        sum += gradient[i] * y[i];
      }
      float mean = (float) sum;
      for (int i = first; i < first + width; i++) {
        gradient[i] = y[i] * (gradient[i] - mean);
      }
    }
  }

  /**
   * With {@code ⟨a⟩ = Σ_j y_j a_j}, {@code Σ r_i σ_j ∂y_i/∂z_j = ⟨rσ⟩ − ⟨r⟩⟨σ⟩}, so the gradient is
   * that of {@link #gradient} at {@code r_i σ_i − ⟨r⟩ σ_i − ⟨σ⟩ r_i}.
   */
  @Override
  public void curvature(float[] tangents, float[] cotangents, float[] y, int rows, int width) {
    for (int first = 0; first < rows * width; first += width) {
      double ofTangents = 0;
      double ofCotangents = 0;
      for (int i = first; i < first + width; i++) {
        ofTangents += tangents[i] * y[i];
        ofCotangents += cotangents[i] * y[i];
      }
      float sigma = (float) ofTangents;
      float r = (float) ofCotangents;
      for (int i = first; i < first + width; i++) {
        tangents[i] = cotangents[i] * tangents[i] - r * tangents[i] - sigma * cotangents[i];
      }
    }
    gradient(tangents, y, rows, width);
  }
}
