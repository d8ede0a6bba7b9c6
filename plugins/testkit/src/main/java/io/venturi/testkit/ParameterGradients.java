package io.venturi.testkit;

import io.venturi.spi.ParameterBlock;
import io.venturi.train.Objective;
import java.util.Arrays;
import java.util.List;

/** The contract of {@code LayerKernel.backward}: gradients are written, or added where asked. */
final class ParameterGradients implements Property {

  private static final int ROWS = 21;
  private static final double TOLERANCE = 1e-4;
  private static final float BEFORE = 1;

  @Override
  public String name() {
    return "gradients of parameters are written, and added where the step asks for it";
  }

  @Override
  public void check(Subject subject) {
    Objective objective = subject.objective();
    float[] onZeros = gradients(subject, objective, false, 0);
    float[] onOnes = gradients(subject, objective, false, BEFORE);
    float[] addedToZeros = gradients(subject, objective, true, 0);
    float[] addedToOnes = gradients(subject, objective, true, BEFORE);
    List<ParameterBlock> blocks =
        objective.network().parameters().layers().stream().flatMap(List::stream).toList();
    double whole = Rows.norm(Rows.doubles(onZeros));
    float[] afterOthers = gradientsAfterOthers(subject, objective);
    for (ParameterBlock block : blocks) {
      int from = block.offset();
      int to = from + block.spec().size();
      String place = FiniteDifferences.place(objective, from);
      if (!Arrays.equals(onZeros, from, to, onOnes, from, to)) {
        throw Violation.of(
            "a gradient that is always added to what is there",
            "the gradient at %s depends on what was there before: it becomes %s and %s",
            place,
            onZeros[from],
            onOnes[from]);
      }
      double scale = Math.max(Rows.norm(Rows.doubles(onZeros), from, to), 1e-3 * whole);
      if (!(Rows.distance(afterOthers, Rows.doubles(onZeros), from, to) <= TOLERANCE * scale)) {
        throw Violation.of(
            "a loop over tensor.rows(), which is room for rows, instead of w.rows()",
            "the gradient at %s depends on rows of a batch before: in memory that %d rows have"
                + " used, that of %d rows is %s instead of %s",
            place,
            ROWS + Pass.SURPLUS,
            ROWS,
            afterOthers[from],
            onZeros[from]);
      }
      if (!(Rows.distance(addedToZeros, Rows.doubles(onZeros), from, to) <= TOLERANCE * scale)) {
        throw Violation.of(
            "a workspace with directions that a layer does not expect",
            "the gradient at %s is another one in a step that adds gradients",
            place);
      }
      double[] expected = Rows.doubles(addedToZeros);
      for (int i = from; i < to; i++) {
        expected[i] += BEFORE;
      }
      if (!(Rows.distance(addedToOnes, expected, from, to)
          <= TOLERANCE * Math.max(1, Rows.norm(expected, from, to)))) {
        throw Violation.of(
            "a backward pass that does not look at w.accumulatesGradients(), so that what a penalty"
                + " on the Jacobian has left there is lost",
            "the gradient at %s is written over instead of added: where there was 1 it is %s"
                + " instead of %s",
            place,
            addedToOnes[from],
            expected[from]);
      }
    }
  }

  private static float[] gradients(
      Subject subject, Objective objective, boolean adds, float before) {
    Parts parts = Parts.of(objective.types());
    float[][] rows = subject.rows(ROWS, 1);
    Pass<?> pass = Pass.of(objective.network(), parts, ROWS, adds);
    return gradients(subject, pass, rows, before);
  }

  /** In memory that other rows have used. */
  private static float[] gradientsAfterOthers(Subject subject, Objective objective) {
    float[][] rows = subject.rows(ROWS, 1);
    Pass<?> pass = Pass.afterAnother(objective.network(), Parts.of(objective.types()), rows, false);
    return gradients(subject, pass, rows, 0);
  }

  private static float[] gradients(Subject subject, Pass<?> pass, float[][] rows, float before) {
    float[] start = new float[pass.gradients.size()];
    Arrays.fill(start, before);
    pass.gradients.write(0, start, start.length);
    pass.forward(rows, rows, Subject.SEED, 0);
    pass.backward(Rows.uniform(ROWS, subject.inputs(), -1, 1, 2));
    return pass.gradients.toArray();
  }
}
