package io.venturi.testkit;

import io.venturi.spi.JacobianPenalty;
import java.util.List;
import java.util.Objects;

/**
 * Penalties on the encoder's Jacobian by their formulas, with the Jacobian by ND4J's automatic
 * differentiation of the whole encoder, a mean over the rows.
 */
final class JacobianTerm {

  /** How far differences move the input, about. */
  private static final double STEP = 1e-4;

  private final Formulas formulas;
  private final List<JacobianPenalty> penalties;
  private final Stage encoder;
  private final double[][] input;

  /** How many of the encoder's outputs the decoder reads. */
  private final int latents;

  private final long seed;

  JacobianTerm(Formulas formulas, Parts parts, Stage encoder, double[][] input, long seed) {
    this.formulas = formulas;
    this.penalties = parts.jacobianPenalties();
    this.encoder = encoder;
    this.input = input;
    this.latents = encoder.network().latentSize();
    this.seed = seed;
  }

  /**
   * The sum of the penalties.
   *
   * @param gradient what its gradient is added to, laid out like the flat vector
   */
  double addTo(double[] gradient) {
    if (penalties.isEmpty()) {
      return 0;
    }
    double[][][] jacobians = jacobians();
    double[][][] slopes = new double[input.length][][];
    double sum = 0;
    for (int r = 0; r < input.length; r++) {
      int row = r;
      sum += of(jacobians[r], row);
      slopes[r] = Differences.gradient(jacobians[r], j -> of(j, row) / input.length);
    }
    for (int code = 0; code < latents; code++) {
      addGradient(code, slopes, gradient);
    }
    return sum / input.length;
  }

  private double of(double[][] jacobian, int row) {
    double sum = 0;
    for (int number = 0; number < penalties.size(); number++) {
      DrawnJacobianFormula formula = formulas.jacobian(penalties.get(number).name());
      long own = Parts.jacobianContext(seed, number).seed();
      sum += Objects.requireNonNull(formula).of(jacobian, own, row);
    }
    return sum;
  }

  /** Of every row, shape (latents, inputs). */
  private double[][][] jacobians() {
    double[][][] jacobians = new double[input.length][latents][];
    for (int code = 0; code < latents; code++) {
      double[][] slopes = encoder.backward(input, unit(code), new double[encoder.parameters()]);
      for (int r = 0; r < input.length; r++) {
        jacobians[r][code] = slopes[r];
      }
    }
    return jacobians;
  }

  private double[][] unit(int code) {
    double[][] direction = new double[input.length][encoder.network().codeSize()];
    for (double[] row : direction) {
      row[code] = 1;
    }
    return direction;
  }

  /**
   * With G the penalty's slopes by one row of the Jacobian, {@code Σ_i G_i ∂code/∂x_i} is the
   * derivative of the code along G: its gradient is how that of the code changes from an input a
   * step before to one a step behind. Every parameter at once, and in one layer as in ten.
   */
  private void addGradient(int code, double[][][] slopes, double[] gradient) {
    double largest = 0;
    for (double[][] row : slopes) {
      for (double slope : row[code]) {
        largest = Math.max(largest, Math.abs(slope));
      }
    }
    if (largest == 0) {
      return;
    }
    double step = STEP / largest;
    double[][] around = new double[4][encoder.parameters()];
    for (int k = 0; k < 4; k++) {
      double[][] moved = new double[input.length][];
      for (int r = 0; r < moved.length; r++) {
        moved[r] = input[r].clone();
        for (int i = 0; i < moved[r].length; i++) {
          moved[r][i] += Differences.STEPS[k] * step * slopes[r][code][i];
        }
      }
      encoder.backward(moved, unit(code), around[k]);
    }
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += Differences.of(around[0][i], around[1][i], around[2][i], around[3][i], step);
    }
  }
}
