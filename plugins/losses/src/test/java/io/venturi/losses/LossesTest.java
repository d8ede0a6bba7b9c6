package io.venturi.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venturi.annotation.Codomain;
import io.venturi.kernel.Activation;
import io.venturi.kernel.ElementwiseActivation;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Sigmoid;
import io.venturi.spi.Loss;
import io.venturi.spi.LossTile;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Losses by value, at ordinary and at extreme logits; gradients of whole networks are elsewhere.
 */
class LossesTest {

  private static final int WIDTH = 3;

  @Test
  void meanSquaredErrorIsAMeanOverTheRow() {
    Evaluated loss =
        evaluate(
            new MeanSquaredErrorLoss(),
            new Linear(),
            rows(1, 2, 3, 0, 0, 0),
            rows(1, 0, 0, 0, 0, 3));

    assertThat(loss.rows).containsExactly((4 + 9) / 3f, 9 / 3f);
    // Scale is 1 / 2: the gradient is that of the mean over both rows.
    assertThat(loss.gradient)
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(0f, 2 * 2 / 6f, 2 * 3 / 6f, 0f, 0f, -2 * 3 / 6f);
  }

  @Test
  void meanSquaredErrorGoesThroughTheActivation() {
    Evaluated loss =
        evaluate(new MeanSquaredErrorLoss(), new Sigmoid(), rows(0, 0, 0), rows(1, 0.5f, 0));

    assertThat(loss.rows[0]).isCloseTo(0.5f / 3, within(1e-6f));
    assertThat(loss.gradient[0]).isCloseTo(2 * -0.5f * 0.25f / 3, within(1e-6f));
  }

  @ParameterizedTest
  @ValueSource(floats = {-1000, -100, -20, -3, -0.5f, 0, 1e-6f, 0.7f, 4, 17, 100, 1000})
  void crossEntropyIsExactAtAnyLogit(float z) {
    for (float x : new float[] {0, 0.25f, 1}) {
      Evaluated loss =
          evaluate(new BinaryCrossEntropyLoss(false), new Sigmoid(), rows(z, z, z), rows(x, x, x));

      double y = 1 / (1 + Math.exp(-z));
      double exact = Math.max(z, 0) - (double) x * z + Math.log1p(Math.exp(-Math.abs((double) z)));
      assertThat((double) loss.rows[0]).isCloseTo(exact, within(1e-6 * (1 + exact)));
      assertThat((double) loss.gradient[0]).isCloseTo((y - x) / WIDTH, within(2e-7));
    }
  }

  @Test
  void crossEntropyOverAnotherActivationAgreesWithTheFusedOne() {
    float[] z = {-2, 0.5f, 3};
    float[] x = {0.2f, 0.9f, 0.4f};

    Evaluated fused =
        evaluate(new BinaryCrossEntropyLoss(false), new Sigmoid(), z.clone(), x.clone());
    Evaluated composed =
        evaluate(new BinaryCrossEntropyLoss(false), new PlainSigmoid(), z.clone(), x.clone());

    assertThat(composed.rows[0]).isCloseTo(fused.rows[0], within(1e-6f));
    assertThat(composed.gradient)
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(fused.gradient);
  }

  @Test
  void crossEntropyOverAnotherActivationStaysFiniteAtItsEnds() {
    Evaluated loss =
        evaluate(new BinaryCrossEntropyLoss(false), new Step(), rows(-1, 1, 1), rows(1, 0, 1));

    assertThat(loss.rows[0]).isFinite().isGreaterThan(5);
    for (float g : loss.gradient) {
      assertThat(g).isFinite();
    }
  }

  @Test
  void onlyTheRowsInUseAreTouched() {
    float[] losses = {-1, -1, -1};
    float[] gradient = {-1, -1, -1, -1, -1, -1};
    LossTile tile = new LossTile(new float[6], new float[6], gradient, losses);
    tile.set(1, 1, WIDTH, 1);

    new MeanSquaredErrorLoss().evaluate(tile, new Linear());

    assertThat(losses).containsExactly(-1, 0, -1);
    assertThat(gradient).containsExactly(0, 0, 0, -1, -1, -1);
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Evaluated(float[] rows, float[] gradient) {}

  private static Evaluated evaluate(Loss loss, Activation activation, float[] z, float[] target) {
    int rows = z.length / WIDTH;
    float[] losses = new float[rows];
    float[] gradient = new float[z.length];
    LossTile tile = new LossTile(z, target, gradient, losses);
    tile.set(0, rows, WIDTH, 1f / rows);
    loss.evaluate(tile, activation);
    return new Evaluated(losses, gradient);
  }

  private static float[] rows(float... values) {
    return Arrays.copyOf(values, values.length);
  }

  /** A sigmoid that the loss does not know. */
  @Codomain(min = 0, max = 1)
  private static final class PlainSigmoid implements ElementwiseActivation {
    @Override
    public void apply(float[] x, int n) {
      new Sigmoid().apply(x, n);
    }

    @Override
    public void gradient(float[] gradient, float[] y, int n) {
      new Sigmoid().gradient(gradient, y, n);
    }
  }

  /** Reaches 0 and 1. */
  @Codomain(min = 0, max = 1)
  private static final class Step implements ElementwiseActivation {
    @Override
    public void apply(float[] x, int n) {
      for (int i = 0; i < n; i++) {
        x[i] = x[i] > 0 ? 1 : 0;
      }
    }

    @Override
    public void gradient(float[] gradient, float[] y, int n) {}
  }
}
