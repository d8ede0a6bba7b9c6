package io.venturi.testing;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Elu;
import io.venturi.kernel.Gelu;
import io.venturi.kernel.LeakyRelu;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Softplus;
import io.venturi.kernel.Swish;
import io.venturi.kernel.Tanh;
import io.venturi.spi.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Dense networks once more, as the textbook has them, in double, sharing no code with the kernels:
 * what finite differences are taken of.
 */
public final class DoubleNetwork {

  private final TestNetwork shape;

  DoubleNetwork(TestNetwork shape) {
    this.shape = shape;
  }

  /** What each row becomes: its code, and its reconstruction. */
  public record Pass(List<double[]> codes, List<double[]> outputs) {}

  /** All rows through the network; {@code transform} is applied to each code. */
  public Pass forward(double[] parameters, float[][] rows, UnaryOperator<double[]> transform) {
    List<double[]> codes = new ArrayList<>();
    List<double[]> outputs = new ArrayList<>();
    for (float[] row : rows) {
      double[] x = new double[row.length];
      for (int i = 0; i < x.length; i++) {
        x[i] = row[i];
      }
      int offset = 0;
      List<Integer> weightOffsets = new ArrayList<>();
      for (TestNetwork.Line line : shape.lines()) {
        int weights;
        int biases;
        if (line.tiedTo() == null) {
          weights = offset;
          biases = offset + x.length * line.outputs();
        } else {
          weights = weightOffsets.get(indexOf(line.tiedTo()));
          biases = offset;
        }
        weightOffsets.add(weights);
        x = layer(x, line, parameters, weights, biases);
        offset = biases + line.outputs();
        if (line.section() == Section.BOTTLENECK) {
          codes.add(x);
          x = transform.apply(x);
        }
      }
      outputs.add(x);
    }
    return new Pass(codes, outputs);
  }

  /**
   * The encoder's Jacobian at one row, {@code [code][input]}: the product of the layers' own, by
   * differences of their activations.
   */
  public double[][] jacobian(double[] parameters, float[] row) {
    double[] x = new double[row.length];
    double[][] jacobian = new double[row.length][row.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = row[i];
      jacobian[i][i] = 1;
    }
    int offset = 0;
    for (TestNetwork.Line line : shape.lines()) {
      int biases = offset + x.length * line.outputs();
      TestNetwork.Line linear =
          new TestNetwork.Line(line.section(), line.name(), line.outputs(), new Linear(), null);
      double[] sums = layer(x, linear, parameters, offset, biases);
      double[][] next = new double[line.outputs()][row.length];
      double h = 1e-4;
      for (int o = 0; o < sums.length; o++) {
        double above = value(line.activation(), sums[o] + h);
        double slope = (above - value(line.activation(), sums[o] - h)) / (2 * h);
        for (int i = 0; i < x.length; i++) {
          for (int input = 0; input < row.length; input++) {
            next[o][input] +=
                slope * parameters[offset + i * line.outputs() + o] * jacobian[i][input];
          }
        }
      }
      x = layer(x, line, parameters, offset, biases);
      jacobian = next;
      offset = biases + line.outputs();
      if (line.section() == Section.BOTTLENECK) {
        return jacobian;
      }
    }
    throw new IllegalStateException("no bottleneck");
  }

  private int indexOf(String name) {
    for (int i = 0; i < shape.lines().size(); i++) {
      if (shape.lines().get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static double[] layer(
      double[] x, TestNetwork.Line line, double[] parameters, int weights, int biases) {
    int outputs = line.outputs();
    double[] y = new double[outputs];
    for (int o = 0; o < outputs; o++) {
      double sum = parameters[biases + o];
      for (int i = 0; i < x.length; i++) {
        int at = line.tiedTo() == null ? i * outputs + o : o * x.length + i;
        sum += x[i] * parameters[weights + at];
      }
      y[o] = value(line.activation(), sum);
    }
    return y;
  }

  /** The activation of a double. */
  public static double value(Activation activation, double x) {
    if (activation instanceof Sigmoid) {
      return 1 / (1 + Math.exp(-x));
    } else if (activation instanceof Tanh) {
      return Math.tanh(x);
    } else if (activation instanceof Relu) {
      return Math.max(0, x);
    } else if (activation instanceof Linear) {
      return x;
    } else if (activation instanceof LeakyRelu) {
      return Math.max(x, 0.01 * x);
    } else if (activation instanceof Elu) {
      return x > 0 ? x : Math.expm1(x);
    } else if (activation instanceof Softplus) {
      return Math.log1p(Math.exp(x));
    } else if (activation instanceof Swish) {
      return x / (1 + Math.exp(-x));
    } else if (activation instanceof Gelu) {
      return x / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
    }
    throw new IllegalArgumentException(activation.getClass().getName());
  }

  /** The mean, over all values of all rows, of the squared difference from the target. */
  public static double meanSquaredError(List<double[]> outputs, float[][] target) {
    double sum = 0;
    for (int r = 0; r < target.length; r++) {
      for (int i = 0; i < target[r].length; i++) {
        double difference = outputs.get(r)[i] - target[r][i];
        sum += difference * difference;
      }
    }
    return sum / target.length / target[0].length;
  }

  /** Central differences of a function of all parameters. */
  public static double[] finiteDifferences(
      float[] parameters, ToDoubleFunction<double[]> objective) {
    double[] at = new double[parameters.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = parameters[i];
    }
    double[] gradient = new double[at.length];
    double h = 1e-5;
    for (int i = 0; i < at.length; i++) {
      double before = at[i];
      at[i] = before + h;
      double above = objective.applyAsDouble(at);
      at[i] = before - h;
      double below = objective.applyAsDouble(at);
      at[i] = before;
      gradient[i] = (above - below) / (2 * h);
    }
    return gradient;
  }

  /** ‖actual − expected‖ / ‖expected‖. */
  public static double relativeError(float[] actual, double[] expected) {
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < expected.length; i++) {
      difference += (actual[i] - expected[i]) * (actual[i] - expected[i]);
      norm += expected[i] * expected[i];
    }
    return Math.sqrt(difference / norm);
  }
}
