package io.venturi.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.error.TrainingException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdamTest {

  /** Algorithm 1 of Kingma and Ba (2015), line by line, in double. */
  private static final class Paper {
    final double alpha;
    final double beta1;
    final double beta2;
    final double epsilon;
    final double[] theta;
    final double[] m;
    final double[] v;
    int t;

    Paper(Adam adam, float[] start) {
      alpha = adam.learningRate();
      beta1 = adam.beta1();
      beta2 = adam.beta2();
      epsilon = adam.epsilon();
      theta = new double[start.length];
      for (int i = 0; i < start.length; i++) {
        theta[i] = start[i];
      }
      m = new double[start.length];
      v = new double[start.length];
    }

    void step(float[] g) {
      t++;
      for (int i = 0; i < theta.length; i++) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
        double mHat = m[i] / (1 - Math.pow(beta1, t));
        double vHat = v[i] / (1 - Math.pow(beta2, t));
        theta[i] -= alpha * mHat / (Math.sqrt(vHat) + epsilon);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.001, 0.9, 0.999, 1e-8",
    "0.1, 0.5, 0.9, 1e-3",
    "0.01, 0, 0, 1e-8",
    "0.0003, 0.95, 0.9999, 1e-6"
  })
  void followsThePaper(double rate, double beta1, double beta2, double epsilon) {
    Adam adam = new Adam(rate, beta1, beta2, epsilon);
    int n = 400;
    SplittableRandom random = new SplittableRandom(1);
    float[] theta = new float[n];
    for (int i = 0; i < n; i++) {
      theta[i] = (float) (random.nextDouble() - 0.5);
    }
    float[] start = theta.clone();
    Paper paper = new Paper(adam, theta);
    float[][] slots = new float[adam.slots()][n];
    float[] coefficients = new float[adam.coefficients()];
    float[] g = new float[n];
    for (int step = 1; step <= 2000; step++) {
      for (int i = 0; i < n; i++) {
        // Gradients of very different sizes, some of them seldom, one never.
        double size = Math.pow(10, i % 9 - 6);
        boolean none = (i % 10 == 3 && random.nextInt(20) > 0) || i == 0;
        g[i] = none ? 0 : (float) (size * (random.nextDouble() - 0.3));
      }
      adam.prepare(step, adam.learningRate(), coefficients);
      adam.update(coefficients, theta, g, slots, n, true);
      paper.step(g);
    }
    for (int i = 0; i < n; i++) {
      double moved = paper.theta[i] - start[i];
      // The float sum of 2,000 steps rounds at the size of the parameter itself.
      double allowed = 2e-3 * Math.abs(moved) + 2e-4 * (1e-3 + Math.abs(start[i]));
      assertThat((double) theta[i] - start[i])
          .as("parameter %d", i)
          .isCloseTo(moved, within(allowed));
    }
    assertThat(theta[0]).isEqualTo(start[0]);
  }

  @Test
  void theFirstStepIsTheLearningRateWhateverTheGradient() {
    Adam adam = new Adam(0.01);
    float[] theta = {1f, 1f, 1f};
    float[] coefficients = new float[3];
    adam.prepare(1, adam.learningRate(), coefficients);
    adam.update(coefficients, theta, new float[] {1e-3f, -1f, 1e4f}, new float[2][3], 3, true);
    assertThat(theta[0]).isCloseTo(0.99f, within(1e-6f));
    assertThat(theta[1]).isCloseTo(1.01f, within(1e-6f));
    assertThat(theta[2]).isCloseTo(0.99f, within(1e-6f));
  }

  /** The moments of a unit that died decay; as denormal numbers they would be slow. */
  @Test
  void momentsNeverBecomeDenormal() {
    Adam adam = new Adam(0.001);
    float[][] slots = new float[2][4];
    float[] theta = new float[4];
    float[] coefficients = new float[3];
    for (int step = 1; step <= 120_000; step++) {
      adam.prepare(step, adam.learningRate(), coefficients);
      float[] g = step == 1 ? new float[] {1f, -1f, 1e-10f, -1e10f} : new float[4];
      adam.update(coefficients, theta, g, slots, 4, true);
      if (step % 50 == 0 || step < 2000) {
        for (float[] slot : slots) {
          for (float moment : slot) {
            assertThat(moment == 0 || Math.abs(moment) >= Float.MIN_NORMAL).isTrue();
          }
        }
      }
    }
    // What is left is a rounding of the flush, far below what moves a parameter.
    for (int i = 0; i < 4; i++) {
      assertThat(Math.abs(slots[0][i])).isLessThan(1e-25f);
      assertThat(slots[1][i]).isLessThan(1e-28f);
    }
  }

  @Test
  void touchesTheFirstValuesAlone() {
    Adam adam = new Adam(0.01);
    float[] theta = {1f, 1f, 1f};
    float[][] slots = new float[2][3];
    float[] coefficients = new float[3];
    adam.prepare(1, adam.learningRate(), coefficients);
    adam.update(coefficients, theta, new float[] {1f, 1f, 1f}, slots, 2, true);
    assertThat(theta[2]).isEqualTo(1f);
    assertThat(slots[0][2]).isZero();
    assertThat(slots[1][2]).isZero();
  }

  @Test
  void describesItself() {
    assertThat(new Adam(0.001).toString())
        .isEqualTo("Adam[learningRate=0.001, beta1=0.9, beta2=0.999, epsilon=1.0E-8]");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.9, 0.999, 1e-8, learningRate is 0.0, above 0 and finite",
    "-1, 0.9, 0.999, 1e-8, learningRate is -1.0, above 0 and finite",
    "NaN, 0.9, 0.999, 1e-8, learningRate is NaN, above 0 and finite",
    "Infinity, 0.9, 0.999, 1e-8, learningRate is Infinity, above 0 and finite",
    "1, 1, 0.999, 1e-8, beta1 is 1.0, 'in [0, 1)'",
    "1, -0.1, 0.999, 1e-8, beta1 is -0.1, 'in [0, 1)'",
    "1, 0.9, 1, 1e-8, beta2 is 1.0, 'in [0, 1)'",
    "1, 0.9, NaN, 1e-8, beta2 is NaN, 'in [0, 1)'",
    "1, 0.9, 0.999, 0, epsilon is 0.0, 'in [1.2e-38, 3.4e38], what a float can hold'",
    "1, 0.9, 0.999, 1e-50, epsilon is 1.0E-50, 'in [1.2e-38, 3.4e38], what a float can hold'"
  })
  void refusesSettingsOutOfRange(
      double rate, double beta1, double beta2, double epsilon, String what, String range) {
    assertThatThrownBy(() -> new Adam(rate, beta1, beta2, epsilon))
        .isInstanceOf(TrainingException.class)
        .hasMessage("[AE-230] Adam's " + what + ", but must be " + range + ".");
  }
}
