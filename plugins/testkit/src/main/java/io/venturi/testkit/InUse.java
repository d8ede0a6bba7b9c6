package io.venturi.testkit;

import io.venturi.data.Dataset;
import io.venturi.model.Model;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.Parameters;
import io.venturi.train.Objective;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/**
 * A model in use, by the formulas: nothing is dropped, normalisation has its running averages, and
 * the transform of codes draws nothing.
 */
final class InUse implements Property {

  private static final int ROWS = 64;
  private static final int EPOCHS = 4;
  private static final double TOLERANCE = 1e-4;

  /** Of a row whose norm is below, the error counts as if it were this. */
  private static final double SMALLEST = 0.1;

  @Override
  public String name() {
    return "a model in use gives what the formulas say";
  }

  @Override
  public void check(Subject subject) {
    float[][] rows = subject.rows(ROWS, 1);
    try (Model<?> model =
        subject.trainer().epochs(EPOCHS).batchSize(ROWS / 4).fit(Dataset.of(rows)).model()) {
      requireDifferent(model.encode(rows));
      compare(subject, model, rows);
    }
  }

  private static void requireDifferent(float[][] codes) {
    if (Arrays.stream(codes).allMatch(code -> Arrays.equals(code, codes[0]))) {
      throw Violation.of(
          "a CodeTransform.inUse that does not read the codes, or a layer that forgets its input"
              + " where !w.isTraining()",
          "all of %d different rows have the code %s in use",
          codes.length,
          Arrays.toString(codes[0]));
    }
  }

  private static void compare(Subject subject, Model<?> model, float[][] rows) {
    Objective objective = subject.objective();
    Formulas formulas = subject.formulas();
    NetworkDescription network = objective.network().description();
    boolean transforms = Parts.of(objective.types()).transform() != null;
    String missing = formulas.missingInUse(transforms, network);
    Assumptions.assumeTrue(missing.isEmpty(), () -> "no formula: state " + missing);
    Assumptions.assumeTrue(model.scaling().isEmpty(), "the spec scales its rows");
    model.copyInto(objective.network());
    Parameters parameters = objective.network().parameters();
    double[][] codes =
        Stage.inUse(formulas, network, parameters, false, ROWS).forward(Rows.doubles(rows));
    double[][] latents =
        transforms && formulas.transformInUse != null
            ? formulas.transformInUse.apply(codes)
            : codes;
    double[][] z = Stage.inUse(formulas, network, parameters, true, ROWS).forward(latents);
    double[][] outputs =
        RowLosses.activate(formulas.activation(objective.network().outputActivation()), z);
    require(latents, model.encode(rows), "code");
    require(outputs, model.reconstruct(rows), "reconstruction");
    float[][] one = {rows[0]};
    require(latents, model.encode(one), "code");
    require(outputs, model.reconstruct(one), "reconstruction");
  }

  /** Of as many rows as there are in {@code actual}. */
  private static void require(double[][] expected, float[][] actual, String what) {
    for (int r = 0; r < actual.length; r++) {
      double error = Rows.distance(actual[r], expected[r], 0, expected[r].length);
      if (!(error <= TOLERANCE * Math.max(SMALLEST, Rows.norm(expected[r])))) {
        throw Violation.of(
            "a forward pass that is another one where !w.isTraining(), running averages that are"
                + " not used, or a CodeTransform.inUse that does not suit its forward",
            "in use the %s of row %d of %d is %s, but by the formulas %s",
            what,
            r,
            actual.length,
            Arrays.toString(actual[r]),
            Arrays.toString(expected[r]));
      }
    }
  }
}
