package io.venturi.convolutional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Gelu;
import io.venturi.kernel.GlorotUniform;
import io.venturi.kernel.LeakyRelu;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Tanh;
import io.venturi.spi.Activations;
import io.venturi.spi.JacobianKernel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The passes of the Jacobian of {@code y = f(T(x) + b)}, where T is linear near x, in double: with
 * cotangents r of y and tangents ρ of x, {@code s = r · f'} is pulled back by Tᵀ, {@code σ = T(ρ)}
 * pushed forward times f', and {@code Σ σ · r · f''} over all of them joins the gradient of the
 * pre-activation.
 */
class JacobianPassesTest {

  private static final int ROWS = 2;
  private static final int DIRECTIONS = 2;

  private static final Map<Class<?>, DoubleUnaryOperator> ACTIVATIONS =
      Map.of(
          Linear.class, z -> z,
          LeakyRelu.class, z -> Math.max(z, 0.01 * z),
          Tanh.class, Math::tanh,
          Sigmoid.class, z -> 1 / (1 + Math.exp(-z)),
          Gelu.class,
              z -> z / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z * z * z))));

  private static final List<Activation> EACH =
      List.of(new Linear(), new LeakyRelu(), new Tanh(), new Sigmoid(), new Gelu());

  /** A kernel, its T and Tᵀ at an input, and {@code Σ y · T(x)} by the weights, if it has any. */
  record Case(
      String name,
      JacobianKernel<? extends Activations> kernel,
      Activation activation,
      int channels,
      Maps maps,
      Gradient gradient) {

    @Override
    public String toString() {
      return name + " with " + activation.getClass().getSimpleName();
    }
  }

  /** What T and Tᵀ are at an input. */
  interface Maps {
    List<UnaryOperator<double[]>> at(double[] x, double[] weights);
  }

  /** From what entered T and what left it. */
  interface Gradient {
    double[] of(double[] in, double[] out);
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    List<ConvolutionKernelTest.Case> convolutions = ConvolutionKernelTest.cases();
    for (int i = 1; i < convolutions.size(); i += 3) {
      Activation activation = EACH.get(i % EACH.size());
      cases.add(convolution(convolutions.get(i).geometry(), 3, activation));
      cases.add(transposed(convolutions.get(i).geometry(), 3, activation));
    }
    for (Geometry g : ShapeKernelsTest.geometries()) {
      Activation activation = EACH.get(cases.size() % EACH.size());
      cases.add(shape("max", g, activation, f -> ShapeKernelsTest.max(g, f)));
      cases.add(shape("average", g, activation, f -> ShapeKernelsTest.average(g, f)));
    }
    Geometry image = ShapeKernelsTest.geometries().get(0);
    for (Activation activation : EACH) {
      Function<Activation, ShapeKernel> up = f -> new UpSampling2DKernel(2, 3, 2, 5, 6, 3, 2, f);
      cases.add(shape("upsampling", image, activation, up));
      cases.add(shape("reshape", image, activation, f -> new ReshapeKernel(12, f)));
    }
    return cases;
  }

  private static Case convolution(Geometry g, int filters, Activation f) {
    return new Case(
        "convolution " + g,
        new Conv2DKernel(
            g.height(),
            g.width(),
            g.channels(),
            g.windowRows(),
            g.windowColumns(),
            filters,
            g.window().toString(),
            f,
            new GlorotUniform()),
        f,
        filters,
        (x, weights) ->
            List.of(
                in -> Textbook.convolution(in, weights, filters, g, ROWS),
                out -> Textbook.transposed(out, weights, filters, g, ROWS)),
        (in, out) -> Textbook.weightGradient(in, out, filters, g, ROWS));
  }

  private static Case transposed(Geometry g, int channels, Activation f) {
    return new Case(
        "transposed " + g,
        new Conv2DTransposeKernel(
            g.windowRows(),
            g.windowColumns(),
            channels,
            g.height(),
            g.width(),
            g.channels(),
            g.window().toString(),
            f,
            new GlorotUniform()),
        f,
        g.channels(),
        (x, weights) ->
            List.of(
                in -> Textbook.transposed(in, weights, channels, g, ROWS),
                out -> Textbook.convolution(out, weights, channels, g, ROWS)),
        (in, out) -> Textbook.weightGradient(out, in, channels, g, ROWS));
  }

  private static Case shape(
      String name, Geometry g, Activation f, Function<Activation, ShapeKernel> kernel) {
    return new Case(
        name + " " + g,
        kernel.apply(f),
        f,
        1,
        (x, weights) -> byDifferences(kernel.apply(new Linear()), x),
        (in, out) -> new double[0]);
  }

  /** T by its values around x: exact where it is linear. */
  private static List<UnaryOperator<double[]>> byDifferences(ShapeKernel kernel, double[] x) {
    float step = 1f / (1 << 10);
    Rig<ShapeActivations> rig = new Rig<>(kernel, ROWS, 1);
    double[][] matrix = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      double[] above = forward(rig, x, i, step);
      double[] below = forward(rig, x, i, -step);
      Arrays.setAll(above, k -> (above[k] - below[k]) / (2 * step));
      matrix[i] = above;
    }
    return List.of(in -> product(matrix, in), out -> adjointProduct(matrix, out));
  }

  private static double[] forward(Rig<?> rig, double[] x, int place, float step) {
    float[] moved = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      moved[i] = (float) x[i] + (i == place ? step : 0);
    }
    rig.in.value().write(0, moved, moved.length);
    return rig.forward().used(rig.out.value());
  }

  private static double[] product(double[][] matrix, double[] in) {
    double[] out = new double[matrix[0].length];
    for (int i = 0; i < in.length; i++) {
      for (int k = 0; k < out.length; k++) {
        out[k] += in[i] * matrix[i][k];
      }
    }
    return out;
  }

  private static double[] adjointProduct(double[][] matrix, double[] out) {
    double[] in = new double[matrix.length];
    for (int i = 0; i < in.length; i++) {
      for (int k = 0; k < out.length; k++) {
        in[i] += out[k] * matrix[i][k];
      }
    }
    return in;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void areTheDerivatives(Case is) {
    check(is, is.kernel);
  }

  private static <A extends Activations> void check(Case is, JacobianKernel<A> kernel) {
    Rig<A> rig = Rig.withDirections(kernel, ROWS, 7);
    int n = rig.parameters.size();
    double[] parameters = rig.parameters();
    int weightCount = n == 0 ? 0 : n - is.channels;
    double[] weights = Arrays.copyOf(parameters, weightCount);
    double[] x = apart(rig);
    double[] g = rig.used(rig.out.gradient());
    UnaryOperator<double[]> map = is.maps.at(x, weights).get(0);
    UnaryOperator<double[]> adjoint = is.maps.at(x, weights).get(1);
    double[] z = map.apply(x);
    if (n > 0) {
      Arrays.setAll(z, i -> z[i] + parameters[weightCount + i % is.channels]);
    }
    double[] first = new double[z.length];
    double[] second = new double[z.length];
    derivatives(is.activation, z, first, second);

    rig.forward();
    double[] slope = new double[z.length];
    Arrays.setAll(slope, i -> g[i] * first[i]);
    double[] fromWeights = new double[weightCount];
    for (int seed = 100; seed < 100 + DIRECTIONS; seed++) {
      double[] r = rig.drawn(kernel.outputs(), seed);
      double[] s = r.clone();
      Arrays.setAll(s, i -> r[i] * first[i]);
      assertClose(rig.pullback(seed), adjoint.apply(s));
      double[] tangent = rig.drawn(kernel.inputs(), seed + 50);
      double[] sigma = map.apply(tangent);
      double[] pushed = sigma.clone();
      Arrays.setAll(pushed, i -> sigma[i] * first[i]);
      assertClose(rig.pushforward(seed + 50), pushed);
      Arrays.setAll(slope, i -> slope[i] + sigma[i] * r[i] * second[i]);
      double[] more = is.gradient.of(tangent, s);
      Arrays.setAll(fromWeights, i -> fromWeights[i] + more[i]);
    }
    rig.backward();
    assertClose(rig.used(rig.in.gradient()), adjoint.apply(slope));
    double[] more = is.gradient.of(x, slope);
    Arrays.setAll(fromWeights, i -> fromWeights[i] + more[i]);
    assertClose(Arrays.copyOf(rig.gradients(), weightCount), fromWeights);
    double[] fromBiases = new double[n - weightCount];
    for (int i = 0; i < slope.length && fromBiases.length > 0; i++) {
      fromBiases[i % fromBiases.length] += slope[i];
    }
    assertClose(Arrays.copyOfRange(rig.gradients(), weightCount, n), fromBiases);
  }

  /**
   * An input of values far apart, so that no difference changes which is the largest, and not 0.
   */
  private static double[] apart(Rig<?> rig) {
    float[] drawn = rig.in.value().toArray();
    float[] sorted = drawn.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = (2 * Arrays.binarySearch(sorted, drawn[i]) + 0.6f) / drawn.length - 1;
    }
    rig.in.value().write(0, drawn, drawn.length);
    return rig.used(rig.in.value());
  }

  private static void derivatives(
      Activation activation, double[] z, double[] first, double[] second) {
    DoubleUnaryOperator f = ACTIVATIONS.getOrDefault(activation.getClass(), x -> Double.NaN);
    double step = 1e-4;
    for (int i = 0; i < z.length; i++) {
      double above = f.applyAsDouble(z[i] + step);
      double below = f.applyAsDouble(z[i] - step);
      first[i] = (above - below) / (2 * step);
      second[i] = (above - 2 * f.applyAsDouble(z[i]) + below) / (step * step);
    }
  }

  private static void assertClose(double[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i]).as("%s", i).isCloseTo(expected[i], within(2e-4 * Math.max(1, largest)));
    }
  }
}
