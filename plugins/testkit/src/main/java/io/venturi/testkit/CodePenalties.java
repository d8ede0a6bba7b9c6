package io.venturi.testkit;

import io.venturi.kernel.Tensor;
import io.venturi.spi.CodePenalty;
import io.venturi.train.Objective;

/**
 * Penalties on codes by themselves: above 0 on codes of an untrained encoder, lowered by a step
 * against the gradient, and what their formulas say.
 */
final class CodePenalties implements Property {

  private static final int ROWS = 21;
  private static final double TOLERANCE = 1e-4;

  @Override
  public String name() {
    return "penalties on codes are above zero, and their gradients lower them";
  }

  @Override
  public boolean appliesTo(Subject subject) {
    return !subject.parts().penalties().isEmpty();
  }

  @Override
  public void check(Subject subject) {
    Objective objective = subject.objective();
    Parts parts = Parts.of(objective.types());
    float[][] rows = subject.rows(ROWS, 1);
    Pass<?> pass = Pass.of(objective.network(), parts, ROWS, false);
    pass.forward(rows, rows, Subject.SEED, 0);
    for (CodePenalty penalty : parts.penalties()) {
      check(penalty, pass.codes());
      DrawnPenaltyFormula formula = subject.formulas().penalty(penalty.name());
      if (formula != null) {
        compare(penalty, formula, pass.codes());
      }
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Found(double value, float[][] gradient) {}

  /**
   * @param before what is in the gradient already
   */
  private static Found evaluate(
      CodePenalty penalty, float[][] codes, float before, Occasion occasion) {
    return evaluate(penalty, codes, before, occasion, Pass.SURPLUS);
  }

  private static Found evaluate(
      CodePenalty penalty, float[][] codes, float before, Occasion occasion, int surplus) {
    int rows = codes.length;
    float[][] start = new float[rows][codes[0].length];
    for (float[] row : start) {
      java.util.Arrays.fill(row, before);
    }
    Tensor gradient = Rows.tensor(start, surplus);
    double value = penalty.penalise(Rows.tensor(codes, surplus), gradient, rows, occasion);
    return new Found(value, gradient.rows(0, rows).toRows());
  }

  private static void check(CodePenalty penalty, float[][] codes) {
    Occasion late = Occasion.late(Subject.SEED);
    Found found = evaluate(penalty, codes, 0, late);
    requireRowsInUse(penalty, codes, found, late);
    double[] gradient = Rows.doubles(Rows.flat(found.gradient()));
    double norm = Rows.norm(gradient);
    if (!(found.value() > 0) || !(norm > 0)) {
      throw Violation.of(
          "a term that is clamped to zero, or of the wrong sign",
          "penalty '%s' is %s with a gradient of norm %s on codes of an untrained encoder",
          penalty.name(),
          found.value(),
          norm);
    }
    double[] place = Rows.doubles(Rows.flat(codes));
    double step = 1e-2 * Math.max(1e-3, Rows.norm(place)) / norm;
    float[][] lower = moved(codes, found.gradient(), -step);
    double after = evaluate(penalty, lower, 0, late).value();
    if (!(after < found.value())) {
      throw Violation.of(
          "a gradient of the wrong sign",
          "a step against the gradient of penalty '%s' takes it from %s to %s",
          penalty.name(),
          found.value(),
          after);
    }
    Found onOnes = evaluate(penalty, codes, 1, late);
    for (int r = 0; r < codes.length; r++) {
      for (int i = 0; i < codes[r].length; i++) {
        double added = onOnes.gradient()[r][i] - 1;
        if (!(Math.abs(added - found.gradient()[r][i])
            <= 1e-5 * Math.max(1, Math.abs(found.gradient()[r][i])))) {
          throw Violation.of(
              "a gradient that is written instead of added",
              "the gradient of penalty '%s' where there is one of 1 already becomes %s, not %s",
              penalty.name(),
              onOnes.gradient()[r][i],
              found.gradient()[r][i] + 1);
        }
      }
    }
  }

  /** Beyond the rows in use there is something else, or nothing. */
  private static void requireRowsInUse(
      CodePenalty penalty, float[][] codes, Found found, Occasion occasion) {
    Found alone = evaluate(penalty, codes, 0, occasion, 0);
    double[] gradient = Rows.doubles(Rows.flat(alone.gradient()));
    double off = Rows.distance(Rows.flat(found.gradient()), gradient, 0, gradient.length);
    if (!(Math.abs(found.value() - alone.value()) <= TOLERANCE * Math.abs(alone.value()))
        || !(off <= TOLERANCE * Rows.norm(gradient))) {
      throw Violation.of(
          "a loop over code.rows(), which is room for rows, instead of the first rows alone",
          "penalty '%s' is %s, but %s if %s stands in rows that are not in use",
          penalty.name(),
          alone.value(),
          found.value(),
          Pass.STALE);
    }
  }

  private static float[][] moved(float[][] codes, float[][] direction, double step) {
    float[][] moved = new float[codes.length][codes[0].length];
    for (int r = 0; r < codes.length; r++) {
      for (int i = 0; i < codes[r].length; i++) {
        moved[r][i] = (float) (codes[r][i] + step * direction[r][i]);
      }
    }
    return moved;
  }

  /** As at the beginning of a training, where formulas are compared. */
  private static void compare(CodePenalty penalty, DrawnPenaltyFormula formula, float[][] codes) {
    Found found = evaluate(penalty, codes, 0, Occasion.of(Subject.SEED));
    double[][] at = Rows.doubles(codes);
    double expected = formula.of(at, Subject.SEED);
    if (!(Math.abs(found.value() - expected) <= TOLERANCE * Math.max(0.1, Math.abs(expected)))) {
      throw Violation.of(
          "a mean over codes where a sum belongs or the other way round, a term that is clamped,"
              + " or a warm-up, which the kit asks to be off",
          "penalty '%s' is %s, but by the formula %s",
          penalty.name(),
          found.value(),
          expected);
    }
    double[] gradient = flat(Differences.gradient(at, c -> formula.of(c, Subject.SEED)));
    double error = Rows.distance(Rows.flat(found.gradient()), gradient, 0, gradient.length);
    if (!(error <= TOLERANCE * Rows.norm(gradient))) {
      throw Violation.of(
          "a derivative with a missing factor, such as that of the mean over rows",
          "the gradient of penalty '%s' is off by %.2g of its norm",
          penalty.name(),
          error / Rows.norm(gradient));
    }
  }

  private static double[] flat(double[][] rows) {
    return java.util.Arrays.stream(rows).flatMapToDouble(java.util.Arrays::stream).toArray();
  }
}
