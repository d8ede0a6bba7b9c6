package io.venturi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venturi.annotation.Codomain;
import io.venturi.testing.DoubleNetwork;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationTest {

  private static final float[] EXTREMES = {
    0f,
    -0f,
    1e-30f,
    -1e-30f,
    1e-38f,
    -1e-38f,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    1f,
    -1f,
    7.9f,
    -7.9f,
    8.1f,
    -8.1f,
    20f,
    -20f,
    100f,
    -100f,
    1e30f,
    -1e30f,
    Float.MAX_VALUE,
    -Float.MAX_VALUE
  };

  static Stream<ElementwiseActivation> activations() {
    return Stream.of(new Linear(), new Relu(), new Sigmoid(), new Tanh());
  }

  /** -12 to 12 in steps that hit no round numbers, and the extremes. */
  private static float[] points() {
    float[] points = Arrays.copyOf(EXTREMES, EXTREMES.length + 24_001);
    for (int i = 0; i <= 24_000; i++) {
      points[EXTREMES.length + i] = -12f + i * 0.001f;
    }
    return points;
  }

  @ParameterizedTest
  @MethodSource("activations")
  void agreesWithMathInDouble(ElementwiseActivation activation) {
    float[] x = points();
    float[] y = x.clone();
    activation.apply(y, y.length);
    boolean exact = activation instanceof Linear || activation instanceof Relu;
    for (int i = 0; i < x.length; i++) {
      assertThat((double) y[i])
          .as("f(%s)", x[i])
          .isCloseTo(DoubleNetwork.value(activation, x[i]), within(exact ? 0 : 3e-7));
    }
  }

  /** What the compiler is told of an activation must hold for every float. */
  @ParameterizedTest
  @MethodSource("activations")
  void staysWithinItsCodomain(ElementwiseActivation activation) {
    Codomain codomain = activation.getClass().getAnnotation(Codomain.class);
    if (codomain == null) {
      return;
    }
    float[] y = Arrays.copyOf(points(), points().length + 2);
    y[y.length - 2] = Float.POSITIVE_INFINITY;
    y[y.length - 1] = Float.NEGATIVE_INFINITY;
    activation.apply(y, y.length);
    for (float value : y) {
      assertThat((double) value).isBetween(codomain.min(), codomain.max());
    }
  }

  @ParameterizedTest
  @MethodSource("activations")
  void infinityGivesTheLimitAndNaNStaysNaN(ElementwiseActivation activation) {
    float[] y = {Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, Float.NaN};
    activation.apply(y, 3);
    double low = DoubleNetwork.value(activation, Double.NEGATIVE_INFINITY);
    double high = DoubleNetwork.value(activation, Double.POSITIVE_INFINITY);
    assertLimit(y[0], low);
    assertLimit(y[1], high);
    assertThat(y[2]).isNaN();
  }

  private static void assertLimit(double actual, double expected) {
    if (Double.isInfinite(expected)) {
      assertThat(actual).isEqualTo(expected);
    } else {
      assertThat(actual).isCloseTo(expected, within(3e-7));
    }
  }

  @ParameterizedTest
  @MethodSource("activations")
  void fusedWithTheBiasItGivesTheSameBits(ElementwiseActivation activation) {
    float[] fused = points();
    float[] bias = new float[fused.length];
    float[] apart = fused.clone();
    for (int i = 0; i < bias.length; i++) {
      bias[i] = (i % 7 - 3) * 0.37f;
      apart[i] += bias[i];
    }
    activation.apply(fused, bias, fused.length);
    activation.apply(apart, apart.length);
    assertThat(fused).isEqualTo(apart);
  }

  @ParameterizedTest
  @MethodSource("activations")
  void biasMakesNaNToo(ElementwiseActivation activation) {
    float[] x = {1f, Float.POSITIVE_INFINITY};
    activation.apply(x, new float[] {Float.NaN, Float.NEGATIVE_INFINITY}, 2);
    assertThat(x[0]).isNaN();
    assertThat(x[1]).isNaN();
  }

  @ParameterizedTest
  @MethodSource("activations")
  void gradientAgreesWithFiniteDifferences(ElementwiseActivation activation) {
    int n = 2001;
    float[] y = new float[n];
    float[] gradient = new float[n];
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = -6.0 + i * 0.006 + 0.0031; // No step at relu's corner.
      y[i] = (float) x[i];
      gradient[i] = 1 + i % 3;
    }
    activation.apply(y, n);
    activation.gradient(gradient, y, n);
    double h = 1e-5;
    for (int i = 0; i < n; i++) {
      double slope =
          (DoubleNetwork.value(activation, x[i] + h) - DoubleNetwork.value(activation, x[i] - h))
              / (2 * h);
      assertThat((double) gradient[i])
          .as("f'(%s)", x[i])
          .isCloseTo((1 + i % 3) * slope, within(4e-6));
    }
  }

  @ParameterizedTest
  @MethodSource("activations")
  void touchesTheFirstValuesAlone(ElementwiseActivation activation) {
    float[] x = {0.5f, -0.5f, 3f, 4f};
    activation.apply(x, 2);
    assertThat(x).endsWith(3f, 4f);
    float[] biased = {0.5f, -0.5f, 3f, 4f};
    activation.apply(biased, new float[] {1, 1, 1, 1}, 2);
    assertThat(biased).endsWith(3f, 4f);
    float[] gradient = {1f, 1f, 3f, 4f};
    activation.gradient(gradient, new float[] {0.5f, 0.5f, 0.5f, 0.5f}, 2);
    assertThat(gradient).endsWith(3f, 4f);
  }

  @ParameterizedTest
  @MethodSource("activations")
  void aGradientThatIsNotANumberStaysOne(ElementwiseActivation activation) {
    float[] gradient = {Float.NaN};
    activation.gradient(gradient, new float[] {0.5f}, 1);
    assertThat(gradient[0]).isNaN();
  }

  @ParameterizedTest
  @MethodSource("activations")
  void onlyLinearIsTheIdentity(ElementwiseActivation activation) {
    assertThat(activation.isIdentity()).isEqualTo(activation instanceof Linear);
  }

  /** The derivative of relu in one multiplication must still be 0 or 1. */
  @ParameterizedTest
  @MethodSource("activations")
  void reluPassesOrStopsAGradientWhole(ElementwiseActivation activation) {
    if (!(activation instanceof Relu)) {
      return;
    }
    float[] outputs = {0f, -0f, Float.MIN_NORMAL, 1e-30f, 1f, Float.MAX_VALUE};
    float[] gradient = {2f, 2f, 2f, 2f, 2f, 2f};
    activation.gradient(gradient, outputs, outputs.length);
    for (int i = 0; i < outputs.length; i++) {
      assertThat(gradient[i])
          .as("at %s", outputs[i])
          .isEqualTo(outputs[i] > 0 ? 2f : 0f * outputs[i]);
    }
  }

  /** A plugin's activation needs one loop alone. */
  @ParameterizedTest
  @MethodSource("activations")
  void theDefaultFusionAddsTheBiasFirst(ElementwiseActivation activation) {
    ElementwiseActivation plain =
        new ElementwiseActivation() {
          @Override
          public void apply(float[] x, int n) {
            activation.apply(x, n);
          }

          @Override
          public void gradient(float[] gradient, float[] y, int n) {
            activation.gradient(gradient, y, n);
          }
        };
    float[] x = {1f, -1f, 0.25f};
    float[] expected = {1.5f, 1f, 0.25f};
    activation.apply(expected, 3);
    plain.apply(x, new float[] {0.5f, 2f, 0f}, 3);
    assertThat(x).isEqualTo(expected);
    assertThat(plain.isIdentity()).isFalse();
  }
}
