package io.venturi.testkit;

import io.venturi.kernel.Activation;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.Loss;
import io.venturi.spi.LossTile;
import io.venturi.spi.RowWeighting;
import io.venturi.train.Objective;
import java.util.Arrays;
import java.util.Optional;

/** What rows count, where a type says so; and that a loss's own parameters are told. */
final class RowWeights implements Property {

  private static final int ROWS = 21;
  private static final double TOLERANCE = 1e-4;

  /** What rows count where the gradient of a loss's parameters is looked at. */
  private static final float[] WEIGHTS = {0, 1, 2, 0.5f};

  @Override
  public String name() {
    return "rows count what weightings and data say";
  }

  @Override
  public boolean appliesTo(Subject subject) {
    Objective objective = subject.objective();
    return LossValues.own(objective).length > 0
        || objective.types().stream().anyMatch(type -> type.rowWeighting().isPresent());
  }

  @Override
  public void check(Subject subject) {
    Objective objective = subject.objective();
    objective.types().stream()
        .map(AutoencoderType::rowWeighting)
        .flatMap(Optional::stream)
        .forEach(RowWeights::check);
    if (LossValues.own(objective).length > 0) {
      checkOwnParameters(subject, objective);
    }
  }

  private static void check(RowWeighting weighting) {
    float[] losses = Rows.uniform(1, ROWS, 0, 2, 1)[0];
    float[] weights = weights(weighting, losses, 0);
    for (int r = 0; r < ROWS; r++) {
      if (!(weights[r] >= 0) || !Float.isFinite(weights[r])) {
        throw Violation.of(
            "a weight that is not written, or a quotient of losses",
            "the weight of row %d is %s",
            r,
            weights[r]);
      }
    }
    weights(weighting, Rows.uniform(1, ROWS, 1, 9, 2)[0], 0);
    if (!Arrays.equals(weights, weights(weighting, losses, 0))) {
      throw Violation.of(
          "something that is kept from call to call: a weighting is stateless",
          "the same losses are given other weights after another batch");
    }
    if (!Arrays.equals(weights, weights(weighting, losses, Pass.SURPLUS))) {
      throw Violation.of(
          "a loop over rowLoss.length, which is room for rows, instead of the first rows alone",
          "the weights of %d rows depend on losses of a batch before",
          ROWS);
    }
  }

  private static float[] weights(RowWeighting weighting, float[] losses, int surplus) {
    float[] given = Arrays.copyOf(losses, losses.length + surplus);
    Arrays.fill(given, losses.length, given.length, Pass.STALE);
    float[] before = given.clone();
    float[] weights = new float[given.length];
    Arrays.fill(weights, Float.NaN);
    weighting.weigh(given, weights, losses.length, Parts.weightingContext(Subject.SEED));
    if (!Arrays.equals(before, given)) {
      throw Violation.of(
          "losses that are sorted in place: sort a copy", "a weighting has changed the losses");
    }
    return Arrays.copyOf(weights, losses.length);
  }

  /** A weighted sum over rows is that of what single rows give. */
  private static void checkOwnParameters(Subject subject, Objective objective) {
    float[][] z = Rows.uniform(WEIGHTS.length, subject.inputs(), -2, 2, 1);
    float[][] x = subject.rows(WEIGHTS.length, 2);
    float[] whole = ownGradient(objective, z, x, WEIGHTS);
    double[] expected = new double[whole.length];
    for (int r = 0; r < WEIGHTS.length; r++) {
      float[] one = ownGradient(objective, new float[][] {z[r]}, new float[][] {x[r]});
      for (int i = 0; i < one.length; i++) {
        expected[i] += WEIGHTS[r] * one[i];
      }
    }
    if (!(Rows.distance(whole, expected, 0, whole.length) <= TOLERANCE * Rows.norm(expected))) {
      throw Violation.of(
          "a Loss.parameterGradient that leaves tile.rowWeight(r) out",
          "the gradient of the loss's own parameters is %s where rows count %s, instead of %s",
          Arrays.toString(whole),
          Arrays.toString(WEIGHTS),
          Arrays.toString(expected));
    }
  }

  /**
   * @param weights of the rows; none if all count as one
   */
  private static float[] ownGradient(
      Objective objective, float[][] z, float[][] x, float... weights) {
    Loss loss = objective.loss();
    Activation activation = objective.network().outputActivation();
    float[] own = LossValues.own(objective);
    int width = z[0].length;
    LossTile tile =
        new LossTile(
            Rows.flat(z),
            Rows.flat(x),
            new float[z.length * width],
            new float[z.length],
            loss.scratch(width),
            own.length);
    System.arraycopy(own, 0, tile.parameters, 0, own.length);
    tile.setRowWeights(weights);
    tile.set(0, z.length, width, 1f);
    loss.parameterGradient(tile, activation);
    return tile.parameterGradient;
  }
}
