package io.venturi.testkit;

import io.venturi.kernel.Activation;
import io.venturi.train.Objective;
import java.util.Arrays;

/** A loss that weighs values: 1 changes nothing, 0 leaves a value out whatever its target. */
final class WeightedValues implements Property {

  private static final int ROWS = 4;

  @Override
  public String name() {
    return "values of weight 0 are left out of the loss";
  }

  @Override
  public boolean appliesTo(Subject subject) {
    return subject.inputs() > 1 && subject.objective().loss().weighsElements();
  }

  @Override
  public void check(Subject subject) {
    Objective objective = subject.objective();
    Activation activation = objective.network().outputActivation();
    float[][] z = Rows.uniform(ROWS, subject.inputs(), -2, 2, 1);
    float[][] x = subject.rows(ROWS, 2);
    float[] own = LossValues.own(objective);
    float[][] weights = new float[ROWS][subject.inputs()];
    for (float[] row : weights) {
      Arrays.fill(row, 1f);
    }
    Tile plain = Tile.evaluate(objective.loss(), activation, z, x, own, null);
    Tile ones = Tile.evaluate(objective.loss(), activation, z, x, own, weights);
    if (!Arrays.equals(plain.losses(), ones.losses())) {
      throw Violation.of(
          "weights that are normalised in another way than rowFactor says",
          "with all weights 1 the losses are %s, without weights %s",
          Arrays.toString(ones.losses()),
          Arrays.toString(plain.losses()));
    }
    for (float[] row : weights) {
      row[0] = 0;
    }
    Tile without = Tile.evaluate(objective.loss(), activation, z, x, own, weights);
    float[][] others = Arrays.stream(x).map(float[]::clone).toArray(float[][]::new);
    for (int r = 0; r < ROWS; r++) {
      others[r][0] = x[(r + 1) % ROWS][0];
    }
    Tile other = Tile.evaluate(objective.loss(), activation, z, others, own, weights);
    if (!Arrays.equals(without.losses(), other.losses())
        || !Arrays.deepEquals(without.gradient(), other.gradient())) {
      throw Violation.of(
          "a loss that says weighsElements() but does not look at tile.weights",
          "another target where the weight is 0 changes the losses from %s to %s",
          Arrays.toString(without.losses()),
          Arrays.toString(other.losses()));
    }
  }
}
