package io.venturi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venturi.annotation.Codomain;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Activations that are not bounded above: values and slopes, relative to their size. */
class SmoothActivationTest {

  private static final double SQRT = Math.sqrt(2 / Math.PI);

  static Stream<Arguments> activations() {
    return Stream.of(
        Arguments.of(new Swish(), (DoubleUnaryOperator) x -> x / (1 + Math.exp(-x))),
        Arguments.of(
            new Gelu(),
            (DoubleUnaryOperator)
                x -> 0.5 * x * (1 + Math.tanh(SQRT * (x + 0.044715 * x * x * x)))),
        Arguments.of(new Elu(), (DoubleUnaryOperator) x -> x > 0 ? x : Math.expm1(x)),
        Arguments.of(
            new Softplus(),
            (DoubleUnaryOperator) x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))),
        Arguments.of(new LeakyRelu(), (DoubleUnaryOperator) x -> Math.max(x, 0.01f * x)));
  }

  @ParameterizedTest
  @MethodSource("activations")
  void agreesWithMathInDouble(ElementwiseActivation activation, DoubleUnaryOperator exact) {
    for (double x = -40; x <= 40; x += 0.0371) {
      float[] y = {(float) x};
      activation.apply(y, 1);
      assertThat((double) y[0])
          .as("f(%s)", x)
          .isCloseTo(exact.applyAsDouble((float) x), within(4e-6 * (1 + Math.abs(x) / 10)));
    }
  }

  @ParameterizedTest
  @MethodSource("activations")
  void farAwayItIsALineOrNothing(ElementwiseActivation activation, DoubleUnaryOperator exact) {
    float[] y = {1e30f, Float.POSITIVE_INFINITY, Float.NaN, -1e30f, Float.NEGATIVE_INFINITY};
    activation.apply(y, 5);
    assertThat(y[0]).isCloseTo(1e30f, within(1e24f));
    assertThat(y[1]).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(y[2]).isNaN();
    if (!(activation instanceof LeakyRelu)) {
      float limit = activation instanceof Elu ? -1 : 0;
      assertThat(y[3]).isCloseTo(limit, within(1e-5f));
      assertThat(y[4]).isCloseTo(limit, within(1e-5f));
    }
  }

  @ParameterizedTest
  @MethodSource("activations")
  void staysWithinItsCodomain(ElementwiseActivation activation, DoubleUnaryOperator exact) {
    Codomain codomain = activation.getClass().getAnnotation(Codomain.class);
    if (codomain != null) {
      for (float x = -50; x < 50; x += 0.003f) {
        float[] y = {x};
        activation.apply(y, 1);
        assertThat((double) y[0]).isBetween(codomain.min(), codomain.max());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("activations")
  void gradientAgreesWithFiniteDifferences(
      ElementwiseActivation activation, DoubleUnaryOperator exact) {
    double h = 1e-5;
    for (double x = -30; x <= 30; x += 0.0371) {
      float[] at = {(float) x};
      if (!activation.differentiatesInput()) {
        activation.apply(at, 1);
      }
      float[] gradient = {2f};
      activation.gradient(gradient, at, 1);
      double slope = (exact.applyAsDouble(x + h) - exact.applyAsDouble(x - h)) / (2 * h);
      assertThat((double) gradient[0]).as("f'(%s)", x).isCloseTo(2 * slope, within(2e-5));
    }
  }
}
