package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.error.TrainingException;
import io.venturi.runtime.Venturi;
import io.venturi.train.Adam;
import io.venturi.train.History;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Specs with every loss, trained as a user would. */
class LossesEndToEndTest {

  private static final Venturi VENTURI = Venturi.create();

  static List<Class<?>> specs() {
    return List.of(
        LossSpecs.AbsoluteSpec.class,
        LossSpecs.HuberSpec.class,
        LossSpecs.LogCoshSpec.class,
        LossSpecs.PoissonSpec.class,
        LossSpecs.CategoricalSpec.class,
        LossSpecs.CosineSpec.class,
        LossSpecs.SimilaritySpec.class);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void learns(Class<?> spec) {
    History history =
        VENTURI
            .trainer(spec)
            .epochs(8)
            .batchSize(300)
            .optimizer(new Adam(0.01))
            .fit(shares(width(spec)))
            .history();

    assertThat(history.last().loss()).isLessThan(history.epochs().get(0).loss());
  }

  private static int width(Class<?> spec) {
    return VENTURI.trainer(spec).objective(7).network().description().inputs();
  }

  /** Positive values that add up to 1, along one direction. */
  private static Dataset shares(int width) {
    SplittableRandom random = new SplittableRandom(1);
    float[][] rows = new float[600][width];
    for (float[] row : rows) {
      double tilt = random.nextDouble(-1, 1);
      double sum = 0;
      for (int i = 0; i < width; i++) {
        row[i] = (float) Math.exp(tilt * i / width * 3 + random.nextDouble(0.1));
        sum += row[i];
      }
      for (int i = 0; i < width; i++) {
        row[i] /= (float) sum;
      }
    }
    return Dataset.of(rows);
  }

  @Test
  void lossesThatDoNotWeighFeaturesAreRefusedByName() {
    for (Class<?> spec : List.of(LossSpecs.CategoricalSpec.class, LossSpecs.SimilaritySpec.class)) {
      int width = width(spec);
      float[] weights = new float[width];
      weights[0] = 1;
      assertThatThrownBy(() -> VENTURI.trainer(spec).featureWeights(weights).fit(shares(width)))
          .isInstanceOf(TrainingException.class)
          .hasMessageStartingWith("[AE-248] @")
          .hasMessageContaining("featureWeights");
    }
    VENTURI
        .trainer(LossSpecs.CosineSpec.class)
        .featureWeights(1, 2, 3, 4, 5, 6, 0)
        .epochs(1)
        .fit(shares(7));
  }

  @Test
  void countsAreNotNegative() {
    float[][] rows = new float[4][7];
    rows[2][1] = -1;
    assertThatThrownBy(() -> VENTURI.trainer(LossSpecs.PoissonSpec.class).fit(Dataset.of(rows)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("Row 2 of the data, feature 1 is -1.0, outside [0.0, Infinity]")
        .hasMessageContaining("@Poisson");
  }
}
