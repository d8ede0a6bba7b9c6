package io.venturi.testkit;

import io.venturi.annotation.Codomain;
import io.venturi.annotation.LossKind;
import io.venturi.data.Dataset;
import io.venturi.kernel.Tensor;
import io.venturi.runtime.Venturi;
import io.venturi.spi.Parameters;
import io.venturi.train.Objective;
import io.venturi.train.Trainer;
import java.lang.annotation.Annotation;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The spec at hand, as the checks see it.
 *
 * @param inputs values of a row
 * @param batch how many rows formulas are compared on
 * @param extremes pre-activations that a loss must bear
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Subject(
    Class<?> spec, Venturi venturi, Formulas formulas, int inputs, int batch, double[] extremes) {

  static final long SEED = 5;

  private static final int PARAMETER_SEED = 3;
  private static final int SHIFT_SEED = 11;

  /** Where starting values leave room, parameters are moved by about so much. */
  private static final int ORDINARY_WIDTH = 7;

  /** What a shard's work must be, about; and its rows. */
  private static final double WORK_OF_A_SHARD = 3.2e6;

  private static final int ROWS_OF_A_SHARD = 64;

  String name() {
    return spec.getSimpleName();
  }

  Trainer<?> trainer() {
    return venturi.trainer(spec).seed(PARAMETER_SEED);
  }

  /** The spec's objective, with parameters away from zero: biases too. */
  Objective objective() {
    Objective objective = trainer().objective(inputs);
    Tensor values = objective.network().parameters().values();
    float[] moved = values.toArray();
    SplittableRandom random = new SplittableRandom(SHIFT_SEED);
    double scale = Math.min(1, (double) ORDINARY_WIDTH / inputs); // None saturates.
    for (int i = 0; i < moved.length; i++) {
      moved[i] += (float) (random.nextDouble(-0.2, 0.4) * scale);
    }
    values.write(0, moved, moved.length);
    return objective;
  }

  /** The hooks of its types. */
  Parts parts() {
    return Parts.of(trainer().objective(inputs).types());
  }

  /** The interval in which the loss wants its data. */
  Codomain target() {
    for (Annotation annotation : spec.getAnnotations()) {
      LossKind kind = annotation.annotationType().getAnnotation(LossKind.class);
      if (kind != null) {
        return kind.target();
      }
    }
    throw new IllegalStateException(spec.getName() + " has no loss");
  }

  /** Rows well inside the interval of {@link #target()}. */
  float[][] rows(int count, long seed) {
    double min = target().min();
    double max = target().max();
    double from = Double.isFinite(min) ? min : Double.isFinite(max) ? max - 1 : 0;
    double to = Double.isFinite(max) ? max : from + 1;
    double margin = 0.05 * (to - from);
    return Rows.uniform(count, inputs, from + margin, to - margin, seed);
  }

  /** How many rows make a batch of at least so many shards. */
  int rowsOfShards(int shards) {
    Parameters parameters = trainer().objective(inputs).network().parameters();
    double work = Math.max(1, parameters.kernels().workPerRow());
    int byWork = (int) Math.ceil(shards * WORK_OF_A_SHARD / work);
    int group = parameters.kernels().rowGroup();
    return Math.max(byWork, shards * Math.max(ROWS_OF_A_SHARD, group)) + 1;
  }

  /** The objective at these parameters and rows. */
  static double evaluate(Objective objective, float[] at, float[][] rows, Tensor gradient) {
    Tensor point = Tensor.allocate(1, at.length);
    point.write(0, at, at.length);
    int[] all = IntStream.range(0, rows.length).toArray();
    return objective.gradient(point, Dataset.of(rows), all, SEED, gradient);
  }
}
