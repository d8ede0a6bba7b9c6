package io.venturi.convolutional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Linear;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pooling, upsampling and reshaping against plain loops; derivatives as adjoints. */
class ShapeKernelsTest {

  static List<Geometry> geometries() {
    return List.of(
        new Geometry(6, 4, 3, 3, 2, Window.parse("2x2 stride 2x2 dilation 1x1 pad 0x0")),
        new Geometry(7, 5, 2, 4, 3, Window.parse("3x3 stride 2x2 dilation 1x1 pad 1x1")),
        new Geometry(7, 9, 1, 2, 9, Window.parse("3x1 stride 4x1 dilation 1x1 pad 0x0")),
        new Geometry(5, 5, 4, 6, 6, Window.parse("2x2 stride 1x1 dilation 1x1 pad 1x1")),
        new Geometry(1, 1, 1, 1, 1, Window.parse("3x3 stride 2x2 dilation 1x1 pad 1x1")));
  }

  @ParameterizedTest
  @MethodSource("geometries")
  void averagesAreTheTextbooks(Geometry g) {
    Rig<ShapeActivations> rig = new Rig<>(average(g, new Linear()), 3, 5).forward().backward();
    double[] x = rig.used(rig.in.value());
    double[] sums = new double[3 * g.windows() * g.channels()];
    int[] counts = new int[sums.length];
    Textbook.each(
        g,
        3,
        (row, i, ky, kx, c, pixel) -> {
          int at = (row * g.windows() + i) * g.channels() + c;
          sums[at] += x[pixel];
          counts[at]++;
        });
    Arrays.setAll(sums, i -> sums[i] / counts[i]);
    assertClose(rig.used(rig.out.value()), sums);

    double[] gradient = new double[x.length];
    double[] gy = rig.used(rig.out.gradient());
    Textbook.each(
        g,
        3,
        (row, i, ky, kx, c, pixel) -> {
          int at = (row * g.windows() + i) * g.channels() + c;
          gradient[pixel] += gy[at] / counts[at];
        });
    assertClose(rig.used(rig.in.gradient()), gradient);
  }

  @ParameterizedTest
  @MethodSource("geometries")
  void maximaAreTheTextbooks(Geometry g) {
    Rig<ShapeActivations> rig = new Rig<>(max(g, new Linear()), 3, 5).forward().backward();
    double[] x = rig.used(rig.in.value());
    int[] largest = new int[3 * g.windows() * g.channels()];
    Arrays.fill(largest, -1);
    Textbook.each(
        g,
        3,
        (row, i, ky, kx, c, pixel) -> {
          int at = (row * g.windows() + i) * g.channels() + c;
          largest[at] = largest[at] < 0 || x[pixel] > x[largest[at]] ? pixel : largest[at];
        });
    assertClose(rig.used(rig.out.value()), Arrays.stream(largest).mapToDouble(i -> x[i]).toArray());
    double[] gradient = new double[x.length];
    double[] gy = rig.used(rig.out.gradient());
    for (int i = 0; i < largest.length; i++) {
      gradient[largest[i]] += gy[i];
    }
    assertClose(rig.used(rig.in.gradient()), gradient);
  }

  /** All pixels of a window alike: the first of them is told. */
  @Test
  void theFirstOfSeveralMaximaHasTheGradient() {
    Geometry g = new Geometry(2, 2, 1, 1, 1, Window.parse("2x2 stride 2x2 dilation 1x1 pad 0x0"));
    Rig<ShapeActivations> rig = new Rig<>(max(g, new Linear()), 1, 5);
    rig.in.value().write(0, new float[] {-1, -1, -1, -1}, 4);
    rig.out.gradient().write(0, new float[] {5}, 1);
    rig.forward().backward();
    assertThat(rig.used(rig.in.gradient())).containsExactly(5, 0, 0, 0);
  }

  /** It must reach the loss, wherever in its window it is. */
  @Test
  void notANumberIsTheMaximum() {
    Geometry g = new Geometry(2, 2, 1, 1, 1, Window.parse("2x2 stride 2x2 dilation 1x1 pad 0x0"));
    for (int place = 0; place < 4; place++) {
      Rig<ShapeActivations> rig = new Rig<>(max(g, new Linear()), 1, 5);
      float[] pixels = {1, 2, 3, 4};
      pixels[place] = Float.NaN;
      rig.in.value().write(0, pixels, 4);
      rig.forward();
      assertThat(rig.used(rig.out.value())).containsExactly(Float.NaN);
    }
  }

  @Test
  void upsamplingRepeatsPixels() {
    UpSampling2DKernel kernel = new UpSampling2DKernel(2, 2, 1, 3, 5, 2, 2, new Linear());
    Rig<ShapeActivations> rig = new Rig<>(kernel, 1, 5);
    rig.in.value().write(0, new float[] {1, 2, 3, 4}, 4);
    rig.forward();
    assertThat(rig.used(rig.out.value()))
        .containsExactly(1, 1, 2, 2, 2, 1, 1, 2, 2, 2, 3, 3, 4, 4, 4);
    rig.out.gradient().write(0, new float[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, 15);
    rig.backward();
    assertThat(rig.used(rig.in.gradient())).containsExactly(4, 6, 2, 3);
  }

  @Test
  void reshapingMovesNothing() {
    Rig<ShapeActivations> rig = new Rig<>(new ReshapeKernel(6, new Linear()), 4, 5);
    rig.forward();
    assertThat(rig.used(rig.out.value())).isEqualTo(rig.used(rig.in.value()));
    double[] gradient = rig.used(rig.out.gradient());
    rig.backward();
    assertThat(rig.used(rig.in.gradient())).isEqualTo(gradient);
  }

  static AveragePool2DKernel average(Geometry g, Activation activation) {
    return new AveragePool2DKernel(
        g.height(),
        g.width(),
        g.channels(),
        g.windowRows(),
        g.windowColumns(),
        g.window().toString(),
        activation);
  }

  static MaxPool2DKernel max(Geometry g, Activation activation) {
    return new MaxPool2DKernel(
        g.height(),
        g.width(),
        g.channels(),
        g.windowRows(),
        g.windowColumns(),
        g.window().toString(),
        activation);
  }

  private static void assertClose(double[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i]).as("%s", i).isCloseTo(expected[i], within(1e-5));
    }
  }
}
