package io.venturi.testkit;

import io.venturi.kernel.Tensor;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.Parameters;
import io.venturi.train.Objective;
import org.junit.jupiter.api.Assumptions;

/** The objective and its gradient against formulas in double, norm-wise, block by block. */
final class OracleGradients implements Property {

  private static final double TOLERANCE = 1e-4;
  private static final double VALUE_TOLERANCE = 3e-6;

  /**
   * Below this share of the whole gradient's norm, a block's error is measured against that share
   * instead of the block's own norm. It is for blocks whose gradient is zero but for rounding, such
   * as biases right before normalisation: a gradient in floats has a rounding error of some 1e-7 of
   * the terms that cancel in it, and 1e-4 of 1e-3 of the norm is that.
   */
  private static final double FLOOR = 1e-3;

  @Override
  public String name() {
    return "objective and gradients agree with the formulas in double";
  }

  @Override
  public void check(Subject subject) {
    Objective objective = subject.objective();
    Parts parts = Parts.of(objective.types());
    String missing = subject.formulas().missing(parts, objective.network().description());
    Assumptions.assumeTrue(missing.isEmpty(), () -> "no formula: state " + missing);
    boolean weighs = objective.types().stream().anyMatch(type -> type.rowWeighting().isPresent());
    Assumptions.assumeFalse(weighs, "the formulas know nothing of weights of rows");
    check(subject, objective, parts, subject.rows(subject.batch(), 1));
  }

  private static void check(Subject subject, Objective objective, Parts parts, float[][] rows) {
    Parameters parameters = objective.network().parameters();
    float[] at = parameters.values().toArray();
    Tensor gradients = Tensor.allocate(1, at.length);
    double value = Subject.evaluate(objective, at, rows, gradients);
    float[] actual = gradients.toArray();
    Oracle.Answer expected =
        new Oracle(subject.formulas(), objective, parts, rows, Subject.SEED).answer();

    if (!(Math.abs(value - expected.value())
        <= VALUE_TOLERANCE * Math.max(1, Math.abs(expected.value())))) {
      throw Violation.of(
          "a mean where a sum belongs or the other way round, the corrupted rows as target, a"
              + " penalty that is clamped, of another scale or of another sign, or norms of single"
              + " layers where the whole encoder's Jacobian belongs",
          "the objective is %s, but by the formulas %s, %s times as much",
          value,
          expected.value(),
          expected.value() / value);
    }
    double whole = Rows.norm(expected.gradient());
    for (int i = 0; i < parameters.layers().size(); i++) {
      for (ParameterBlock block : parameters.layers().get(i)) {
        String layer = objective.network().description().layers().get(i).name();
        compare(layer, block, actual, expected.gradient(), whole);
      }
    }
    for (ParameterBlock block : parameters.loss()) {
      compare("the loss", block, actual, expected.gradient(), whole);
    }
  }

  private static void compare(
      String owner, ParameterBlock block, float[] actual, double[] expected, double whole) {
    int from = block.offset();
    int to = from + block.spec().size();
    double scale = Math.max(Rows.norm(expected, from, to), FLOOR * whole);
    double error = Rows.distance(actual, expected, from, to) / scale;
    if (!(error <= TOLERANCE)) {
      throw Violation.of(
          "a backward pass that is not the derivative of its forward pass, here or in a layer"
              + " behind, such as one with the derivative of another activation",
          "the gradient of %s.%s is off by %.2g of its norm (at most %.0g); its norm is %.4g",
          owner,
          block.spec().name(),
          error,
          TOLERANCE,
          scale);
    }
  }
}
