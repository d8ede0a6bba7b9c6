package io.venturi.testkit;

import io.venturi.data.Dataset;
import io.venturi.kernel.Tensor;
import io.venturi.train.Objective;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Whatever corrupts the encoder's input, what is reconstructed are the clean rows. */
final class CleanTarget implements Property {

  private static final int ROWS = 21;
  private static final double TOLERANCE = 1e-5;

  @Override
  public String name() {
    return "the target stays clean";
  }

  @Override
  public void check(Subject subject) {
    Objective objective = subject.objective();
    Parts parts = Parts.of(objective.types());
    float[][] rows = subject.rows(ROWS, 1);
    Dataset data = Dataset.of(rows);
    float[] at = objective.network().parameters().values().toArray();
    Objective withoutPenalties =
        new Objective(
            objective.network(),
            objective.loss(),
            List.copyOf(WithoutPenalties.of(objective.types())));
    double value =
        withoutPenalties.gradient(
            objective.network().parameters().values(),
            data,
            IntStream.range(0, ROWS).toArray(),
            Subject.SEED,
            Tensor.allocate(1, at.length));
    if (!Arrays.deepEquals(data.toArray(), rows)) {
      throw Violation.of(
          "a hook that writes where it should copy", "a step has changed the data itself");
    }
    float[][] seen = parts.corrupted(rows, Subject.SEED);
    Pass<?> pass = Pass.of(objective.network(), parts, ROWS, false);
    pass.forward(seen, rows, Subject.SEED, 0);
    if (!Arrays.deepEquals(pass.target(), rows)) {
      throw Violation.of(
          "a layer that writes to its workspace's target, or the corrupted rows as target",
          "after a forward pass the target differs from the clean rows");
    }
    if (objective.types().stream().noneMatch(type -> type.rowWeighting().isPresent())) {
      double clean = mean(objective, pass.outputs(), rows);
      if (!(Math.abs(value - clean) <= TOLERANCE * Math.max(1, Math.abs(clean)))) {
        throw Violation.of(
            "the corrupted rows as target",
            "the loss is %s, but %s against the clean rows and %s against the corrupted ones",
            value,
            clean,
            mean(objective, pass.outputs(), seen));
      }
    }
  }

  private static double mean(Objective objective, float[][] z, float[][] target) {
    Tile tile =
        Tile.evaluate(
            objective.loss(),
            objective.network().outputActivation(),
            z,
            target,
            LossValues.own(objective),
            null);
    double sum = 0;
    for (float loss : tile.losses()) {
      sum += loss;
    }
    return sum / z.length;
  }
}
