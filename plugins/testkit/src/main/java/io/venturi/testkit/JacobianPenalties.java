package io.venturi.testkit;

import io.venturi.kernel.Tensor;
import io.venturi.spi.JacobianPenalty;
import io.venturi.train.Objective;
import java.util.List;

/**
 * Penalties on the encoder's Jacobian: what they are is compared with a Jacobian of the whole
 * encoder made of differences of its codes, whatever the passes of its layers say.
 */
final class JacobianPenalties implements Property {

  private static final int ROWS = 6;
  private static final double STEP = 1.0 / 64;
  private static final double TOLERANCE = 2e-2;

  @Override
  public String name() {
    return "penalties on the Jacobian are of the whole encoder's, and their gradients lower them";
  }

  @Override
  public boolean appliesTo(Subject subject) {
    Parts parts = subject.parts();
    return !parts.jacobianPenalties().isEmpty() && parts.penalties().isEmpty();
  }

  @Override
  public void check(Subject subject) {
    Objective objective = subject.objective();
    Parts parts = Parts.of(objective.types());
    float[][] rows = subject.rows(ROWS, 1);
    float[] at = objective.network().parameters().values().toArray();
    float[] slope = new float[at.length];
    double value = penalties(objective, at, rows, slope);
    double expected = byDifferences(objective, parts, rows);
    if (!(value > 0) || !(Math.abs(value - expected) <= TOLERANCE * expected)) {
      throw Violation.of(
          "a sum of the layers' own norms, or of their weights, where the product of all layers'"
              + " derivatives belongs; or a pullback that is not the transpose of the derivative",
          "penalties on the Jacobian are %s, but %s by differences of the encoder's codes",
          value,
          expected);
    }
    double norm = Rows.norm(Rows.doubles(slope));
    float[] lower = at.clone();
    double step = 1e-2 * Rows.norm(Rows.doubles(at)) / norm;
    for (int i = 0; i < at.length; i++) {
      lower[i] -= (float) (step * slope[i]);
    }
    double after = penalties(objective, lower, rows, slope);
    if (!(after < value)) {
      throw Violation.of(
          "a pushforward or curvature of the wrong sign",
          "a step against the gradient of penalties on the Jacobian takes them from %s to %s",
          value,
          after);
    }
  }

  /** The value of the penalties alone, and their gradient. */
  private static double penalties(Objective objective, float[] at, float[][] rows, float[] slope) {
    Tensor with = Tensor.allocate(1, at.length);
    Tensor without = Tensor.allocate(1, at.length);
    Objective other =
        new Objective(
            objective.network(),
            objective.loss(),
            List.copyOf(WithoutPenalties.of(objective.types())));
    double value =
        Subject.evaluate(objective, at, rows, with) - Subject.evaluate(other, at, rows, without);
    float[] all = with.toArray();
    float[] loss = without.toArray();
    for (int i = 0; i < slope.length; i++) {
      slope[i] = all[i] - loss[i];
    }
    return value;
  }

  private static double byDifferences(Objective objective, Parts parts, float[][] rows) {
    float[][] seen = parts.corrupted(rows, Subject.SEED);
    int inputs = seen[0].length;
    int codes = objective.network().description().latentSize();
    double[][][] jacobians = new double[rows.length][codes][inputs];
    Pass<?> pass = Pass.of(objective.network(), parts, rows.length, false);
    for (int i = 0; i < inputs; i++) {
      float[][][] values = new float[4][][];
      for (int k = 0; k < 4; k++) {
        float[][] moved = new float[rows.length][];
        for (int r = 0; r < moved.length; r++) {
          moved[r] = seen[r].clone();
          moved[r][i] += (float) (Differences.STEPS[k] * STEP);
        }
        pass.forward(moved, rows, Subject.SEED, 0);
        values[k] = pass.codes();
      }
      for (int r = 0; r < rows.length; r++) {
        for (int c = 0; c < codes; c++) {
          jacobians[r][c][i] =
              Differences.of(
                  values[0][r][c], values[1][r][c], values[2][r][c], values[3][r][c], STEP);
        }
      }
    }
    double sum = 0;
    for (int number = 0; number < parts.jacobianPenalties().size(); number++) {
      sum += of(parts.jacobianPenalties().get(number), number, jacobians);
    }
    return sum;
  }

  /** What a penalty says of products that are made of these Jacobians. */
  private static double of(JacobianPenalty penalty, int number, double[][][] jacobians) {
    int rows = jacobians.length;
    int codes = jacobians[0].length;
    int inputs = jacobians[0][0].length;
    Occasion occasion = Parts.jacobianContext(Subject.SEED, number);
    float[] v = new float[rows * codes];
    float[] products = new float[rows * inputs];
    double sum = 0;
    for (int direction = 0; direction < penalty.directions(codes); direction++) {
      penalty.direction(v, rows, codes, 0, direction, occasion);
      for (int r = 0; r < rows; r++) {
        for (int i = 0; i < inputs; i++) {
          double product = 0;
          for (int c = 0; c < codes; c++) {
            product += jacobians[r][c][i] * v[r * codes + c];
          }
          products[r * inputs + i] = (float) product;
        }
      }
      sum += penalty.penalise(products, rows, inputs, codes, 1f / rows, occasion);
    }
    return sum / rows;
  }
}
