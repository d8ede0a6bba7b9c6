package io.venturi.testkit;

import io.venturi.kernel.Activation;
import java.util.Map;
import java.util.Objects;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A loss by its formula: what it is of each row, and its gradients by differences.
 *
 * @param own values of the loss's own parameters
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record RowLosses(LossFormula loss, ActivationFormula activation, double[] own) {

  /** So many pre-activations are looked at together, about: making a graph takes long. */
  private static final int MOST_VALUES = 100_000;

  /**
   * The loss that is stated.
   *
   * @param activation of the last layer
   * @throws NullPointerException if none is stated
   */
  static RowLosses of(Formulas formulas, Activation activation, double[] own) {
    return new RowLosses(
        Objects.requireNonNull(formulas.loss), formulas.activation(activation), own);
  }

  /** One value a row. */
  double[] values(double[][] z, double[][] target) {
    return values(z, activate(activation, z), target, own);
  }

  private double[] values(double[][] z, double[][] y, double[][] target, double[] parameters) {
    double[] values = new double[z.length];
    for (int r = 0; r < z.length; r++) {
      values[r] = loss.of(new LossRow(z[r], y[r], target[r], parameters));
    }
    return values;
  }

  /** {@code y} of pre-activations, shape (rows, outputs). */
  static double[][] activate(ActivationFormula activation, double[][] z) {
    SameDiff graph = SameDiff.create();
    SDVariable y = activation.of(graph, graph.constant("z", Nd4j.create(z)));
    if (y.name().equals("z")) {
      return z;
    }
    INDArray values = graph.output(Map.of(), y.name()).get(y.name());
    return Objects.requireNonNull(values).castTo(DataType.DOUBLE).toDoubleMatrix();
  }

  /**
   * ∂(row's loss)/∂z of every row.
   *
   * @param stride how many usual steps a step of the differences is
   */
  double[][] gradient(double[][] z, double[][] target, double stride) {
    int width = z[0].length;
    int tile = Math.max(1, MOST_VALUES / (4 * width * width));
    double[][] gradient = new double[z.length][width];
    for (int from = 0; from < z.length; from += tile) {
      int to = Math.min(z.length, from + tile);
      double[] values = around(z, target, from, to, stride);
      for (int at = 0; at < values.length; at += 4) {
        int r = from + at / 4 / width;
        int i = at / 4 % width;
        double step = stride * Differences.step(z[r][i]);
        gradient[r][i] =
            Differences.of(values[at], values[at + 1], values[at + 2], values[at + 3], step);
      }
    }
    return gradient;
  }

  /** The losses of rows of which one value is moved: four for each value. */
  private double[] around(double[][] z, double[][] target, int from, int to, double stride) {
    int width = z[0].length;
    double[][] moved = new double[4 * width * (to - from)][];
    double[][] targets = new double[moved.length][];
    for (int at = 0; at < moved.length; at++) {
      int r = from + at / 4 / width;
      int i = at / 4 % width;
      moved[at] = z[r].clone();
      moved[at][i] += Differences.STEPS[at % 4] * stride * Differences.step(z[r][i]);
      targets[at] = target[r];
    }
    return values(moved, targets);
  }

  /** ∂(mean of the rows' losses)/∂(the loss's own parameters). */
  double[] ownGradient(double[][] z, double[][] target) {
    double[][] y = activate(activation, z);
    double[][] at = {own.clone()};
    return Differences.gradient(at, p -> mean(values(z, y, target, p[0])))[0];
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
