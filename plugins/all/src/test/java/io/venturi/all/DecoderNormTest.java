package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.annotation.Layer;
import io.venturi.data.Dataset;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import io.venturi.train.Adam;
import io.venturi.train.Trainer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** That codes cannot be shrunk at the expense of the decoder's weights. */
class DecoderNormTest {

  private static final int ROWS = 512;

  private final Venturi venturi = Venturi.create();
  private final Dataset data = Dataset.of(rows());

  /** Sums of a few directions, of which each row has some. */
  private static float[][] rows() {
    SplittableRandom random = new SplittableRandom(4);
    float[][] directions = new float[8][20];
    for (float[] direction : directions) {
      for (int i = 0; i < direction.length; i++) {
        direction[i] = (float) random.nextGaussian();
      }
    }
    float[][] rows = new float[ROWS][20];
    for (float[] row : rows) {
      for (float[] direction : directions) {
        float share = random.nextDouble() < 0.3 ? random.nextFloat() : 0;
        for (int i = 0; i < row.length; i++) {
          row[i] += share * direction[i];
        }
      }
    }
    return rows;
  }

  private <S> Trainer<S> trainer(Class<S> spec) {
    return venturi.trainer(spec).epochs(60).batchSize(32).optimizer(new Adam(3e-3)).seed(2);
  }

  private static double largestNorm(Layer layer) {
    double largest = 0;
    for (float[] row : layer.weights()) {
      double squares = 0;
      for (float weight : row) {
        squares += (double) weight * weight;
      }
      largest = Math.max(largest, Math.sqrt(squares));
    }
    return largest;
  }

  private double meanCode(Model<?> model) {
    double sum = 0;
    for (float[] code : model.encode(data)) {
      for (float value : code) {
        sum += value;
      }
    }
    return sum / ROWS;
  }

  @Test
  void codesCannotShrinkWhileTheDecoderGrows() {
    try (Model<HeldSpecs.Free> free = trainer(HeldSpecs.Free.class).fit(data).model();
        Model<HeldSpecs.Held> held = trainer(HeldSpecs.Held.class).fit(data).model()) {
      assertThat(largestNorm(held.layers().widen())).isLessThan(1.00001);
      assertThat(largestNorm(held.layers().last())).isLessThan(1.00001);
      assertThat(largestNorm(free.layers().widen())).isGreaterThan(2);
      assertThat(meanCode(held)).isGreaterThan(1.3 * meanCode(free));
    }
  }

  /** So that a training that is stopped at once, too, leaves what the spec promises. */
  @Test
  void holdsBeforeTheFirstStep() {
    try (Model<HeldSpecs.Free> free = trainer(HeldSpecs.Free.class).epochs(1).fit(data).model();
        Model<HeldSpecs.Held> held =
            trainer(HeldSpecs.Held.class)
                .from(free)
                .optimizer(new Adam(1e-12))
                .epochs(1)
                .fit(data)
                .model()) {
      assertThat(largestNorm(free.layers().widen())).isGreaterThan(1.01);
      assertThat(largestNorm(held.layers().widen())).isLessThan(1.00001);
    }
  }
}
