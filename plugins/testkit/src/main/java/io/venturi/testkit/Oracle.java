package io.venturi.testkit;

import io.venturi.spi.NetworkDescription;
import io.venturi.spi.Parameters;
import io.venturi.train.Objective;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * The objective of a batch in double precision, by formulas: layers by ND4J's automatic
 * differentiation, everything else by central differences of what its author states.
 */
final class Oracle {

  private final Formulas formulas;
  private final NetworkDescription network;
  private final Parameters parameters;
  private final Parts parts;
  private final RowLosses losses;
  private final long seed;
  private final double[][] target;
  private final double[][] input;
  private final double[] at;
  private final Stage encoder;
  private final Stage decoder;

  /**
   * @param seed of the step
   */
  Oracle(Formulas formulas, Objective objective, Parts parts, float[][] rows, long seed) {
    this.formulas = formulas;
    this.network = objective.network().description();
    this.parameters = objective.network().parameters();
    this.parts = parts;
    this.losses =
        RowLosses.of(
            formulas,
            objective.network().outputActivation(),
            Rows.doubles(LossValues.own(objective)));
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

  /** The objective, and its gradient laid out like the flat vector. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Answer(double value, double[] gradient) {}

  Answer answer() {
    double[] gradient = new double[at.length];
    double[][] codes = encoder.forward(input);
    double[][] latents = latents(codes);
    double[][] z = decoder.forward(latents);
    double value = RowLosses.mean(losses.values(z, target));
    addOwnGradient(z, gradient);
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
    value += new JacobianTerm(formulas, parts, encoder, input, seed).addTo(gradient);
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

  private void addOwnGradient(double[][] z, double[] gradient) {
    if (losses.own().length > 0) {
      double[] own = losses.ownGradient(z, target);
      System.arraycopy(own, 0, gradient, parameters.loss().get(0).offset(), own.length);
    }
  }

  /** ∂(mean of the rows' losses)/∂z. */
  private double[][] lossGradient(double[][] z) {
    double[][] gradient = losses.gradient(z, target, 1);
    for (double[] row : gradient) {
      for (int i = 0; i < row.length; i++) {
        row[i] /= z.length;
      }
    }
    return gradient;
  }
}
