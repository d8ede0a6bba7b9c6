package io.venturi.testkit;

import io.venturi.annotation.Codomain;
import io.venturi.kernel.Activation;
import io.venturi.spi.ParameterBlock;
import io.venturi.train.Objective;
import java.util.ArrayList;
import java.util.List;

/**
 * The loss by itself, at ordinary and at extreme pre-activations, with targets up to the ends of
 * the interval that it declares: finite, and what the formula says.
 */
final class LossValues implements Property {

  private static final double[] ORDINARY = {-3, -0.7, 0.2, 1.3, 4};
  private static final double TOLERANCE = 1e-4;

  /** How far a target may go that has no end. */
  private static final double FAR = 10;

  /** How near a target goes to an end that is outside. */
  private static final double INSIDE = 1e-3;

  @Override
  public String name() {
    return "the loss is finite, and what its formula says, at extreme values too";
  }

  @Override
  public void check(Subject subject) {
    Objective objective = subject.objective();
    Activation activation = objective.network().outputActivation();
    List<float[]> zs = new ArrayList<>();
    List<float[]> xs = new ArrayList<>();
    for (double[] points : List.of(ORDINARY, subject.extremes())) {
      for (double z : points) {
        for (double x : targets(subject.target())) {
          zs.add(row(subject.inputs(), z, points == ORDINARY ? 0.01 : 0));
          xs.add(row(subject.inputs(), x, 0));
        }
      }
    }
    float[][] z = zs.toArray(float[][]::new);
    float[][] x = xs.toArray(float[][]::new);
    float[] own = own(objective);
    Tile actual = Tile.evaluate(objective.loss(), activation, z, x, own, null);
    for (int r = 0; r < z.length; r++) {
      requireFinite(actual.losses()[r], "loss", z[r][0], x[r][0]);
      for (float each : actual.gradient()[r]) {
        requireFinite(each, "gradient", z[r][0], x[r][0]);
      }
    }
    boolean known = subject.formulas().knowsActivation(activation.getClass().getName());
    if (subject.formulas().loss != null && known) {
      compare(subject.formulas(), activation, actual, z, x, Rows.doubles(own));
    }
  }

  /** The values of the loss's own parameters. */
  static float[] own(Objective objective) {
    List<ParameterBlock> blocks = objective.network().parameters().loss();
    int size = blocks.stream().mapToInt(block -> block.spec().size()).sum();
    float[] own = new float[size];
    if (size > 0) {
      objective.network().parameters().values().read(blocks.get(0).offset(), own, size);
    }
    return own;
  }

  private static float[] row(int width, double value, double slope) {
    float[] row = new float[width];
    for (int i = 0; i < width; i++) {
      row[i] = (float) (value + slope * i);
    }
    return row;
  }

  /** Both ends of the interval, and what lies between. */
  static double[] targets(Codomain interval) {
    double min = Math.max(interval.min(), -FAR) + (interval.minExclusive() ? INSIDE : 0);
    double max = Math.min(interval.max(), FAR) - (interval.maxExclusive() ? INSIDE : 0);
    return new double[] {min, 0.75 * min + 0.25 * max, max};
  }

  private static void requireFinite(float value, String what, double z, double x) {
    if (!Float.isFinite(value)) {
      throw Violation.of(
          "a logarithm or a quotient of a saturated activation: compute from pre-activations"
              + " (fusedTerms), or keep values from 0",
          "the %s at pre-activation %s and target %s is %s",
          what,
          z,
          x,
          value);
    }
  }

  private static void compare(
      Formulas formulas,
      Activation activation,
      Tile actual,
      float[][] z,
      float[][] x,
      double[] own) {
    double[][] zs = Rows.doubles(z);
    double[][] xs = Rows.doubles(x);
    RowLosses losses = RowLosses.of(formulas, activation, own);
    double[] values = losses.values(zs, xs);
    double[][] gradient = losses.gradient(zs, xs, 1);
    double[][] control = losses.gradient(zs, xs, 8);
    for (int r = 0; r < z.length; r++) {
      double expected = values[r];
      if (Double.isFinite(expected) && off(actual.losses()[r], expected)) {
        throw Violation.of(
            "a mean over the row where a sum belongs or the other way round, a factor that is"
                + " missing, or a value that is clamped too early",
            "the loss at pre-activation %s and target %s is %s, but by the formula %s",
            z[r][0],
            x[r][0],
            actual.losses()[r],
            expected);
      }
      for (int i = 0; i < z[r].length; i++) {
        // Where two step sizes disagree, rounding or a kink is in the way.
        boolean sure = !off(gradient[r][i], control[r][i]);
        if (sure && off(actual.gradient()[r][i], gradient[r][i])) {
          throw Violation.of(
              "the derivative of another activation, such as a sigmoid's that is written out"
                  + " whatever the activation is, or a missing factor",
              "the gradient at pre-activation %s and target %s is %s, but by the formula %s",
              z[r][i],
              x[r][i],
              actual.gradient()[r][i],
              gradient[r][i]);
        }
      }
    }
  }

  private static boolean off(double actual, double expected) {
    return !(Math.abs(actual - expected) <= TOLERANCE * Math.max(0.1, Math.abs(expected)));
  }
}
