package io.venturi.convolutional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Gelu;
import io.venturi.kernel.GlorotUniform;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Softmax;
import io.venturi.kernel.Tanh;
import io.venturi.spi.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both convolutions against plain loops, for geometries of all kinds. */
class ConvolutionKernelTest {

  /** What a layer is made of, the image on the side of the pixels. */
  record Case(Geometry geometry, int filters, int rows, Activation activation) {

    Conv2DKernel convolution() {
      Geometry g = geometry;
      return new Conv2DKernel(
          g.height(),
          g.width(),
          g.channels(),
          g.windowRows(),
          g.windowColumns(),
          filters,
          g.window().toString(),
          activation,
          new GlorotUniform());
    }

    Conv2DTransposeKernel transposed() {
      Geometry g = geometry;
      return new Conv2DTransposeKernel(
          g.windowRows(),
          g.windowColumns(),
          filters,
          g.height(),
          g.width(),
          g.channels(),
          g.window().toString(),
          activation,
          new GlorotUniform());
    }
  }

  /** Chosen ones, and many drawn at random. */
  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    cases.add(of(28, 28, 1, 14, 14, 16, "3x3 stride 2x2 dilation 1x1 pad 0x0", 3, new Relu()));
    cases.add(of(14, 14, 16, 7, 7, 32, "4x4 stride 2x2 dilation 1x1 pad 1x1", 70, new Linear()));
    cases.add(of(27, 27, 2, 14, 14, 3, "3x3 stride 2x2 dilation 1x1 pad 1x1", 5, new Gelu()));
    cases.add(of(9, 5, 3, 3, 5, 4, "3x1 stride 3x1 dilation 1x1 pad 0x0", 2, new Tanh()));
    cases.add(of(9, 9, 20, 5, 5, 2, "3x3 stride 1x1 dilation 2x2 pad 0x0", 2, new Softmax()));
    cases.add(of(40, 50, 30, 38, 48, 5, "3x3 stride 1x1 dilation 1x1 pad 0x0", 1, new Linear()));
    cases.add(of(1, 1, 1, 1, 1, 1, "3x3 stride 1x1 dilation 1x1 pad 1x1", 1, new Linear()));
    List<Activation> activations =
        List.of(new Linear(), new Relu(), new Tanh(), new Gelu(), new Softmax());
    SplittableRandom random = new SplittableRandom(3);
    while (cases.size() < 150) {
      int[] height = side(random);
      int[] width = side(random);
      Window window =
          new Window(
              height[1], width[1], height[2], width[2], height[3], width[3], height[4], width[4]);
      cases.add(
          new Case(
              new Geometry(height[0], width[0], random.nextInt(1, 5), height[5], width[5], window),
              random.nextInt(1, 6),
              random.nextInt(1, 5),
              activations.get(random.nextInt(activations.size()))));
    }
    return cases;
  }

  private static Case of(
      int height,
      int width,
      int channels,
      int rows,
      int columns,
      int filters,
      String window,
      int count,
      Activation activation) {
    return new Case(
        new Geometry(height, width, channels, rows, columns, Window.parse(window)),
        filters,
        count,
        activation);
  }

  /** Pixels, kernel, stride, dilation, pad before, windows. */
  private static int[] side(SplittableRandom random) {
    while (true) {
      int n = random.nextInt(1, 12);
      int kernel = random.nextInt(1, 6);
      int stride = random.nextInt(1, 5);
      int dilation = random.nextInt(1, 4);
      int span = (kernel - 1) * dilation + 1;
      int before = random.nextInt(0, span);
      int after = random.nextInt(0, span);
      int windows = Math.floorDiv(n + before + after - span, stride) + 1;
      if (windows >= 1) {
        return new int[] {n, kernel, stride, dilation, before, windows};
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void convolutionIsTheTextbooks(Case is) {
    Rig<ConvolutionActivations> rig = new Rig<>(is.convolution(), is.rows, 7);
    double[] x = rig.used(rig.in.value());
    double[] weights = part(rig, 0, is.geometry.patchSize() * is.filters);
    double[] biases = part(rig, weights.length, is.filters);
    double[] expected = Textbook.convolution(x, weights, is.filters, is.geometry, is.rows);
    double[] g = rig.used(rig.out.gradient());
    finish(expected, biases, g, is);
    rig.forward();
    assertClose(rig.used(rig.out.value()), expected);

    rig.backward();
    double[] gradients = rig.used(rig.in.gradient());
    assertClose(gradients, Textbook.transposed(g, weights, is.filters, is.geometry, is.rows));
    assertParameterGradients(
        rig, Textbook.weightGradient(x, g, is.filters, is.geometry, is.rows), g, is.filters);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void transposedConvolutionIsTheTextbooks(Case is) {
    Rig<ConvolutionActivations> rig = new Rig<>(is.transposed(), is.rows, 8);
    double[] x = rig.used(rig.in.value());
    double[] weights = part(rig, 0, is.geometry.patchSize() * is.filters);
    double[] biases = part(rig, weights.length, is.geometry.channels());
    double[] expected = Textbook.transposed(x, weights, is.filters, is.geometry, is.rows);
    double[] g = rig.used(rig.out.gradient());
    finish(expected, biases, g, is);
    rig.forward();
    assertClose(rig.used(rig.out.value()), expected);

    rig.backward();
    assertClose(
        rig.used(rig.in.gradient()),
        Textbook.convolution(g, weights, is.filters, is.geometry, is.rows));
    assertParameterGradients(
        rig,
        Textbook.weightGradient(g, x, is.filters, is.geometry, is.rows),
        g,
        is.geometry.channels());
  }

  /** {@code ⟨convolution(x), y⟩ = ⟨x, transposed(y)⟩} with the same weights. */
  @ParameterizedTest
  @MethodSource("cases")
  void oneIsTheAdjointOfTheOther(Case is) {
    Case linear = new Case(is.geometry, is.filters, is.rows, new Linear());
    Conv2DKernel forth = linear.convolution();
    Conv2DTransposeKernel back = new Conv2DTransposeKernel(forth, new Linear());
    Parameters parameters = Parameters.allocate(forth, back);
    parameters.initialize(5); // Biases are zero.
    Rig<ConvolutionActivations> one = new Rig<>(forth, is.rows, 1, parameters).forward();
    Rig<ConvolutionActivations> other = new Rig<>(back, is.rows, 2, parameters).forward();
    double[] x = one.used(one.in.value());
    double[] y = other.used(other.in.value());
    double scale = Math.sqrt(dot(x, x) * dot(y, y));
    assertThat(dot(one.used(one.out.value()), y) / scale)
        .isCloseTo(dot(x, other.used(other.out.value())) / scale, within(1e-5));
  }

  /** Both layers' shares of the gradient of weights that they have in common. */
  @Test
  void tiedLayersAddUpTheirGradients() {
    Case is = of(9, 7, 2, 4, 3, 3, "3x3 stride 2x2 dilation 1x1 pad 0x0", 4, new Linear());
    Conv2DKernel encoder = is.convolution();
    Conv2DTransposeKernel decoder = new Conv2DTransposeKernel(encoder, new Linear());
    Parameters parameters = Parameters.allocate(encoder, decoder);
    parameters.initialize(5);
    assertThat(decoder.parameters()).hasSize(1);
    Rig<ConvolutionActivations> back = new Rig<>(decoder, 4, 2, parameters).forward().backward();
    Rig<ConvolutionActivations> forth = new Rig<>(encoder, 4, 1, parameters).forward();
    forth.gradients.copyFrom(back.gradients);
    forth.backward();

    double[] sum =
        Textbook.weightGradient(
            back.used(back.out.gradient()), back.used(back.in.value()), 3, is.geometry, 4);
    double[] own =
        Textbook.weightGradient(
            forth.used(forth.in.value()), forth.used(forth.out.gradient()), 3, is.geometry, 4);
    Arrays.setAll(sum, i -> sum[i] + own[i]);
    assertClose(Arrays.copyOf(forth.gradients(), sum.length), sum);
    assertThat(decoder.layer("mirror", parameters).block("weights").values())
        .isEqualTo(encoder.layer("edges", parameters).block("weights").values());
  }

  /** Adds biases, applies the activation, and turns gradients into those before it. */
  private static void finish(double[] values, double[] biases, double[] gradients, Case is) {
    float[] y = new float[values.length];
    float[] x = new float[values.length];
    float[] g = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      x[i] = y[i] = (float) (values[i] + biases[i % biases.length]);
      g[i] = (float) gradients[i];
    }
    int width = values.length / is.rows;
    is.activation.apply(y, is.rows, width);
    is.activation.gradient(g, is.activation.differentiatesInput() ? x : y, is.rows, width);
    for (int i = 0; i < values.length; i++) {
      values[i] = y[i];
      gradients[i] = g[i];
    }
  }

  private static void assertParameterGradients(
      Rig<?> rig, double[] weights, double[] g, int filters) {
    double[] biases = new double[filters];
    for (int i = 0; i < g.length; i++) {
      biases[i % filters] += g[i];
    }
    double[] all = rig.gradients();
    assertClose(Arrays.copyOf(all, weights.length), weights);
    assertClose(Arrays.copyOfRange(all, weights.length, all.length), biases);
  }

  private static double[] part(Rig<?> rig, int from, int n) {
    float[] all = rig.parameters.values().toArray();
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = all[from + i];
    }
    return values;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void assertClose(double[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    double scale = 1 + Math.sqrt(dot(expected, expected) / expected.length);
    for (int i = 0; i < actual.length; i++) {
      if (!(Math.abs(actual[i] - expected[i]) < 1e-4 * scale)) {
        throw new AssertionError(i + ": " + actual[i] + " instead of " + expected[i]);
      }
    }
  }
}
