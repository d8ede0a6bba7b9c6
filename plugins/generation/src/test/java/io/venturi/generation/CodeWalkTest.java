package io.venturi.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import org.junit.jupiter.api.Test;

class CodeWalkTest {

  private static final Generation GENERATION = new Generation();
  private static final Same PLANE = Same.of(2);

  private static float[][] row(float... values) {
    return new float[][] {values};
  }

  @Test
  void linearIsStraight() {
    CodeWalk walk = GENERATION.interpolate(PLANE, row(0, 2), row(4, 0), 3, Interpolation.LINEAR);
    assertThat(walk.codes()[0]).isDeepEqualTo(new float[][] {{0, 2}, {2, 1}, {4, 0}});
    assertThat(walk.rows()).isDeepEqualTo(walk.codes());
    assertThat(walk.labels()).containsExactly("pair 1");
  }

  @Test
  void sphericalKeepsToTheCircleAndChangesLengthsSteadily() {
    float[][] codes =
        GENERATION.interpolate(PLANE, row(0, 2), row(4, 0), 4, Interpolation.SPHERICAL).codes()[0];
    assertThat(codes[0]).containsExactly(new float[] {0, 2}, within(1e-6f));
    // A third of the way: 30 degrees from the first, of length 2 + 2/3.
    assertThat(codes[1])
        .containsExactly(
            new float[] {(float) (8 / 3.0 * 0.5), (float) (8 / 3.0 * Math.sqrt(0.75))},
            within(1e-6f));
    assertThat(codes[3]).containsExactly(new float[] {4, 0}, within(1e-6f));
  }

  @Test
  void whereThereIsNoCircleSphericalIsStraight() {
    for (float[] to : new float[][] {{2, 2}, {-1, -1}, {0, 0}}) {
      assertThat(
              GENERATION
                  .interpolate(PLANE, row(1, 1), new float[][] {to}, 5, Interpolation.SPHERICAL)
                  .codes())
          .isDeepEqualTo(
              GENERATION
                  .interpolate(PLANE, row(1, 1), new float[][] {to}, 5, Interpolation.LINEAR)
                  .codes());
    }
  }

  @Test
  void traversalChangesOneNumberFromLowToHigh() {
    CodeWalk walk = GENERATION.traverse(PLANE, new float[] {5, 6}, Marginals.standardNormal(2), 3);
    // The 0.5 % and 99.5 % quantiles of the normal distribution are 2.5758 from its mean.
    assertThat(walk.codes()[0][0]).containsExactly(new float[] {-2.5758f, 6}, within(1e-4f));
    assertThat(walk.codes()[0][1]).containsExactly(new float[] {0, 6}, within(1e-6f));
    assertThat(walk.codes()[1][2]).containsExactly(new float[] {5, 2.5758f}, within(1e-4f));
  }

  @Test
  void marginalsOfRowsAreTheirQuantiles() {
    float[][] rows = new float[1000][2];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = 999 - i;
      rows[i][1] = 4;
    }
    Marginals marginals = GENERATION.marginals(PLANE, Dataset.of(rows));
    assertThat(marginals.quantile(0, 0.25)).isEqualTo(250);
    assertThat(marginals.quantile(1, 0.25)).isEqualTo(4);
  }

  @Test
  void manifoldHasEqualSharesBetweenItsLines() {
    CodeWalk walk = GENERATION.manifold(PLANE, Marginals.standardNormal(2), 2);
    // Quartiles of the normal distribution, 0.6745 from its mean; the second number upwards.
    assertThat(walk.codes()[0][0]).containsExactly(new float[] {-0.6745f, 0.6745f}, within(1e-4f));
    assertThat(walk.codes()[1][1]).containsExactly(new float[] {0.6745f, -0.6745f}, within(1e-4f));
    assertThat(GENERATION.manifold(PLANE, Marginals.standardNormal(2), 3).labels())
        .containsExactly("0.97", "0.00", "-0.97");
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(
            () ->
                GENERATION.interpolate(PLANE, new float[3][2], row(1, 2), 5, Interpolation.LINEAR))
        .hasMessage(
            "[AE-447] Interpolation goes from each row to another one, but there are 3 rows to"
                + " start from and 1 to arrive at: give as many, and at least one.");
    assertThatThrownBy(() -> GENERATION.interpolate(PLANE, row(1), row(1), 5, Interpolation.LINEAR))
        .hasMessageStartingWith("[AE-204] the rows to start from has rows of 1 values");
    assertThatThrownBy(
            () -> GENERATION.interpolate(PLANE, row(1, 2), row(1, 2), 1, Interpolation.LINEAR))
        .hasMessage("[AE-230] the number of steps is 1, but must be at least 2.");
    assertThatThrownBy(
            () -> GENERATION.traverse(PLANE, new float[2], Marginals.standardNormal(3), 5))
        .hasMessage(
            "[AE-443] Codes come from the marginals with 3 numbers, but the model takes codes of 2:"
                + " use what was made for this model.");
    assertThatThrownBy(() -> GENERATION.manifold(Same.of(3), Marginals.standardNormal(3), 5))
        .hasMessage(
            "[AE-445] A manifold is drawn for codes of 2 numbers, and this model's have 3: use"
                + " traverse, or train a model with a code of 2.");
    GeneratedRows rows = GENERATION.sample(Same.of(6), 3, 1);
    assertThatThrownBy(() -> rows.asImages(2, 2))
        .hasMessage(
            "[AE-444] Rows of 6 values are no images of the shape [2, 2]: give {height, width}, or"
                + " with 1 or 3 channels behind it, whose product is the number of values.");
    assertThatThrownBy(() -> rows.asImages(6)).hasMessageContaining("AE-444");
    assertThatThrownBy(() -> rows.asImages(-2, -3)).hasMessageContaining("AE-444");
    assertThatThrownBy(() -> rows.asImages(1, 3, 2)).hasMessageContaining("AE-444");
  }
}
