package io.venturi.testkit;

import io.venturi.kernel.Activation;
import io.venturi.spi.JacobianPenalty;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.Parameters;
import io.venturi.spi.Section;
import io.venturi.train.Objective;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The objective of a batch in double precision, by formulas: layers by ND4J's automatic
 * differentiation, everything else by central differences of what its author states.
 */
final class Oracle {

  private static final double PARAMETER_STEP = 1e-5;
  private static final int OF_A_BLOCK = 6;

  private final Formulas formulas;
  private final NetworkDescription network;
  private final Parameters parameters;
  private final Parts parts;
  private final Activation outputActivation;
  private final long seed;
  private final double[][] target;
  private final double[][] input;
  private final double[] at;
  private final Stage encoder;
  private final Stage decoder;

  Oracle(Formulas formulas, Objective objective, Parts parts, float[][] rows, long seed) {
    this.formulas = formulas;
    this.network = objective.network().description();
    this.parameters = objective.network().parameters();
    this.parts = parts;
    this.outputActivation = objective.network().outputActivation();
    this.seed = seed;
    this.target = Rows.doubles(rows);
    this.input = Rows.doubles(parts.corrupted(rows, seed));
    this.at = Rows.doubles(parameters.values().toArray());
    this.encoder = stage(false);
    this.decoder = stage(true);
  }

  private Stage stage(boolean isDecoder) {
    long layers = Parts.layers(seed);
    return new Stage(formulas, network, parameters, at, isDecoder, target.length, layers);
  }

  /**
   * The objective, and its gradient laid out like the flat vector; NaN where it was not asked for.
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Answer(double value, double[] gradient) {}

  Answer answer() {
    double[] gradient = new double[at.length];
    double[][] codes = encoder.forward(input);
    double[][] latents = latents(codes);
    double[][] z = decoder.forward(latents);
    double value = loss(z);
    lossParameterGradient(z, gradient);
    double[][] latentGradient = decoder.backward(latents, lossGradient(z), gradient);
    double[][] codeGradient = transformGradient(codes, latentGradient);
    for (int i = 0; i < parts.penalties().size(); i++) {
      String name = parts.penalties().get(i).name();
      DrawnPenaltyFormula formula = Objects.requireNonNull(formulas.penalty(name));
      long drawn = Parts.penaltyContext(seed, i).seed();
      value += formula.of(codes, drawn);
      addTo(codeGradient, Differences.gradient(codes, c -> formula.of(c, drawn)));
    }
    encoder.backward(input, codeGradient, gradient);
    value += jacobianPenalty();
    addJacobianGradient(gradient);
    return new Answer(value, gradient);
  }

  private double[][] latents(double[][] codes) {
    TransformFormula formula = parts.transform() == null ? null : formulas.transform;
    return formula == null ? codes : formula.of(codes, Parts.transformContext(seed).seed());
  }

  private double[][] transformGradient(double[][] codes, double[][] latentGradient) {
    if (parts.transform() == null) {
      return latentGradient;
    }
    ToDoubleFunction<double[][]> product =
        c -> {
          double[][] latents = latents(c);
          double sum = 0;
          for (int r = 0; r < latents.length; r++) {
            for (int i = 0; i < latents[r].length; i++) {
              sum += latents[r][i] * latentGradient[r][i];
            }
          }
          return sum;
        };
    return Differences.gradient(codes, product);
  }

  private static void addTo(double[][] sum, double[][] more) {
    for (int r = 0; r < sum.length; r++) {
      for (int i = 0; i < sum[r].length; i++) {
        sum[r][i] += more[r][i];
      }
    }
  }

  private double loss(double[][] z) {
    double[][] y = activate(formulas, outputActivation, z);
    double sum = 0;
    for (int r = 0; r < z.length; r++) {
      sum += rowLoss(z[r], y[r], target[r], lossParameters());
    }
    return sum / z.length;
  }

  private double rowLoss(double[] z, double[] y, double[] x, double[] own) {
    return Objects.requireNonNull(formulas.loss).of(new LossRow(z, y, x, own));
  }

  private double[] lossParameters() {
    List<ParameterBlock> blocks = parameters.loss();
    int size = blocks.stream().mapToInt(block -> block.spec().size()).sum();
    double[] own = new double[size];
    if (size > 0) {
      System.arraycopy(at, blocks.get(0).offset(), own, 0, size);
    }
    return own;
  }

  private void lossParameterGradient(double[][] z, double[] gradient) {
    double[] own = lossParameters();
    if (own.length == 0) {
      return;
    }
    double[][] y = activate(formulas, outputActivation, z);
    int offset = parameters.loss().get(0).offset();
    double[][] found =
        Differences.gradient(
            new double[][] {own},
            p -> {
              double sum = 0;
              for (int r = 0; r < z.length; r++) {
                sum += rowLoss(z[r], y[r], target[r], p[0]);
              }
              return sum / z.length;
            });
    System.arraycopy(found[0], 0, gradient, offset, own.length);
  }

  /** ∂(mean of the rows' losses)/∂z. */
  private double[][] lossGradient(double[][] z) {
    double[][] gradient = lossGradient(formulas, outputActivation, z, target, lossParameters(), 1);
    for (double[] row : gradient) {
      for (int i = 0; i < row.length; i++) {
        row[i] /= z.length;
      }
    }
    return gradient;
  }

  /**
   * ∂(row's loss)/∂z of every row, by differences.
   *
   * @param stride how many usual steps a step is
   */
  static double[][] lossGradient(
      Formulas formulas,
      Activation activation,
      double[][] z,
      double[][] target,
      double[] own,
      double stride) {
    LossFormula formula = Objects.requireNonNull(formulas.loss);
    double[][] gradient = new double[z.length][z[0].length];
    for (int r = 0; r < z.length; r++) {
      int width = z[r].length;
      double[][] around = new double[4 * width][];
      for (int i = 0; i < width; i++) {
        double step = stride * Differences.step(z[r][i]);
        for (int k = 0; k < 4; k++) {
          around[4 * i + k] = z[r].clone();
          around[4 * i + k][i] += new int[] {-2, -1, 1, 2}[k] * step;
        }
      }
      double[][] y = activate(formulas, activation, around);
      double[] values = new double[4 * width];
      for (int k = 0; k < values.length; k++) {
        values[k] = formula.of(new LossRow(around[k], y[k], target[r], own));
      }
      for (int i = 0; i < width; i++) {
        gradient[r][i] =
            Differences.of(
                values[4 * i],
                values[4 * i + 1],
                values[4 * i + 2],
                values[4 * i + 3],
                stride * Differences.step(z[r][i]));
      }
    }
    return gradient;
  }

  /** An activation of rows, by its formula. */
  static double[][] activate(Formulas formulas, Activation activation, double[][] z) {
    SameDiff graph = SameDiff.create();
    SDVariable y = formulas.activation(activation).of(graph, graph.constant("z", Nd4j.create(z)));
    if (y.name().equals("z")) {
      return z;
    }
    INDArray values = graph.output(Map.of(), y.name()).get(y.name());
    return Objects.requireNonNull(values).castTo(DataType.DOUBLE).toDoubleMatrix();
  }

  private double jacobianPenalty() {
    if (parts.jacobianPenalties().isEmpty()) {
      return 0;
    }
    double sum = 0;
    for (double[][] jacobian : jacobians()) {
      for (JacobianPenalty penalty : parts.jacobianPenalties()) {
        sum += Objects.requireNonNull(formulas.jacobian(penalty.name())).of(jacobian);
      }
    }
    return sum / input.length;
  }

  /** Of every row, shape (codes, inputs); only what the decoder reads counts. */
  private double[][][] jacobians() {
    int codes = network.latentSize();
    double[][][] jacobians = new double[input.length][codes][];
    double[] ignored = new double[at.length];
    for (int c = 0; c < codes; c++) {
      double[][] direction = new double[input.length][network.codeSize()];
      for (double[] row : direction) {
        row[c] = 1;
      }
      double[][] slopes = encoder.backward(input, direction, ignored);
      for (int r = 0; r < input.length; r++) {
        jacobians[r][c] = slopes[r];
      }
    }
    return jacobians;
  }

  /** Parameter by parameter: of each block of the encoder's a few, the others become NaN. */
  private void addJacobianGradient(double[] gradient) {
    if (parts.jacobianPenalties().isEmpty()) {
      return;
    }
    for (int layer = 0; layer < network.layers().size(); layer++) {
      if (network.layers().get(layer).section() != Section.DECODER) {
        for (ParameterBlock block : parameters.layers().get(layer)) {
          int stride = (block.spec().size() + OF_A_BLOCK - 1) / OF_A_BLOCK;
          for (int i = 0; i < block.spec().size(); i++) {
            gradient[block.offset() + i] +=
                i % stride == 0 ? jacobianSlope(block.offset() + i) : Double.NaN;
          }
        }
      }
    }
    encoder.parameters(at);
  }

  private double jacobianSlope(int parameter) {
    double[] moved = at.clone();
    moved[parameter] = at[parameter] + PARAMETER_STEP;
    encoder.parameters(moved);
    double above = jacobianPenalty();
    moved[parameter] = at[parameter] - PARAMETER_STEP;
    encoder.parameters(moved);
    return (above - jacobianPenalty()) / (2 * PARAMETER_STEP);
  }
}
