package io.venturi.testing;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
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
