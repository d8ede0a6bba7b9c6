package io.venturi.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.error.TrainingException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Each rule against the formulas of PyTorch's documentation, written here in double precision, over
 * many steps of random gradients.
 */
class OptimizersTest {

  private static final int N = 37;
  private static final int STEPS = 300;

  /** One step of a rule in double: parameters in and out, its own memory inside. */
  private interface Formula {
    void step(int t, double[] p, double[] g);
  }

  private static void assertAgrees(Optimizer optimizer, boolean decays, Formula formula) {
    SplittableRandom random = new SplittableRandom(3);
    float[] actual = new float[N];
    double[] expected = new double[N];
    for (int i = 0; i < N; i++) {
      actual[i] = (float) random.nextDouble(-1, 1);
      expected[i] = actual[i];
    }
    float[][] slots = new float[optimizer.slots()][N];
    float[] coefficients = new float[optimizer.coefficients()];
    for (int t = 1; t <= STEPS; t++) {
      float[] g = new float[N];
      double[] exact = new double[N];
      for (int i = 0; i < N; i++) {
        g[i] = (float) random.nextDouble(-1, 1.5);
        exact[i] = g[i];
      }
      optimizer.prepare(t, optimizer.learningRate(), coefficients);
      optimizer.update(coefficients, actual, g, slots, N, decays);
      formula.step(t, expected, exact);
    }
    for (int i = 0; i < N; i++) {
      assertThat((double) actual[i])
          .isCloseTo(expected[i], within(2e-5 * (1 + Math.abs(expected[i]))));
    }
  }

  @Test
  void plainGradientDescent() {
    assertAgrees(
        new Sgd(0.01),
        true,
        (t, p, g) -> {
          for (int i = 0; i < N; i++) {
            p[i] -= 0.01 * g[i];
          }
        });
  }

  @Test
  void momentum() {
    double[] b = new double[N];
    assertAgrees(
        new Sgd(0.01, 0.9),
        true,
        (t, p, g) -> {
          for (int i = 0; i < N; i++) {
            b[i] = t == 1 ? g[i] : 0.9 * b[i] + g[i];
            p[i] -= 0.01 * b[i];
          }
        });
  }

  @Test
  void nesterovMomentum() {
    double[] b = new double[N];
    assertAgrees(
        new Sgd(0.01, 0.9, true),
        true,
        (t, p, g) -> {
          for (int i = 0; i < N; i++) {
            b[i] = t == 1 ? g[i] : 0.9 * b[i] + g[i];
            p[i] -= 0.01 * (g[i] + 0.9 * b[i]);
          }
        });
  }

  @Test
  void rmsProp() {
    double[] v = new double[N];
    assertAgrees(
        new RmsProp(0.001),
        true,
        (t, p, g) -> {
          for (int i = 0; i < N; i++) {
            v[i] = 0.99 * v[i] + 0.01 * g[i] * g[i];
            p[i] -= 0.001 * g[i] / (Math.sqrt(v[i]) + 1e-8);
          }
        });
  }

  @Test
  void rmsPropWithMomentum() {
    double[] v = new double[N];
    double[] b = new double[N];
    assertAgrees(
        new RmsProp(0.001, 0.9, 0.8, 1e-6),
        true,
        (t, p, g) -> {
          for (int i = 0; i < N; i++) {
            v[i] = 0.9 * v[i] + 0.1 * g[i] * g[i];
            b[i] = 0.8 * b[i] + g[i] / (Math.sqrt(v[i]) + 1e-6);
            p[i] -= 0.001 * b[i];
          }
        });
  }

  /** Adam in double, after shrinking the parameters. */
  private static Formula adamW(double decay) {
    double[] m = new double[N];
    double[] v = new double[N];
    return (t, p, g) -> {
      for (int i = 0; i < N; i++) {
        p[i] -= 0.01 * decay * p[i];
        m[i] = 0.9 * m[i] + 0.1 * g[i];
        v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
        double first = m[i] / (1 - Math.pow(0.9, t));
        double second = v[i] / (1 - Math.pow(0.999, t));
        p[i] -= 0.01 * first / (Math.sqrt(second) + 1e-8);
      }
    };
  }

  @Test
  void adamWithDecoupledWeightDecay() {
    assertAgrees(new AdamW(0.01, 0.1), true, adamW(0.1));
  }

  @Test
  void weightDecayLeavesOutWhatDoesNotDecay() {
    assertAgrees(new AdamW(0.01, 0.1), false, adamW(0));
    assertAgrees(new Adam(0.01), true, adamW(0));
  }

  @Test
  void refuseSettingsOutOfRange() {
    assertThatThrownBy(() -> new Sgd(0))
        .isInstanceOf(TrainingException.class)
        .hasMessage("[AE-230] Sgd's learningRate is 0.0, but must be above 0 and finite.");
    assertThatThrownBy(() -> new Sgd(0.1, 1))
        .hasMessage("[AE-230] Sgd's momentum is 1.0, but must be in [0, 1).");
    assertThatThrownBy(() -> new Sgd(0.1, 0, true))
        .hasMessage("[AE-230] Sgd's momentum is 0.0, but must be above 0 with nesterov.");
    assertThatThrownBy(() -> new RmsProp(0.1, 1, 0, 1e-8))
        .hasMessage("[AE-230] RmsProp's rho is 1.0, but must be in [0, 1).");
    assertThatThrownBy(() -> new AdamW(0.1, -1))
        .hasMessage("[AE-230] AdamW's weightDecay is -1.0, but must be at least 0 and finite.");
    assertThatThrownBy(() -> GradientClipping.byNorm(0))
        .hasMessage(
            "[AE-230] the gradient clipping's limit is 0.0, but must be above 0 and finite.");
    assertThatThrownBy(() -> new EarlyStopping(0))
        .hasMessage("[AE-230] the early stopping's patience is 0, but must be at least 1.");
  }
}
