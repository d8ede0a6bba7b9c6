package io.venturi.convolutional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.kernel.GlorotUniform;
import io.venturi.kernel.Initializer;
import io.venturi.kernel.Tanh;
import io.venturi.spi.LayerContext;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.LayerFactory;
import io.venturi.spi.LayerKernel;
import io.venturi.spi.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layer tables come from files, and files may be damaged or hostile. */
class FactoriesTest {

  private static final List<Integer> BIG = List.of(9, 8, 2);
  private static final List<Integer> SMALL = List.of(5, 4, 3);
  private static final String WINDOW = "3x3 stride 2x2 dilation 1x1 pad 1x0";

  private static final LayerContext CONTEXT =
      new LayerContext() {
        @Override
        public LayerKernel<?> kernel(String name) {
          return new ReshapeKernel(4, new Tanh());
        }

        @Override
        public Initializer initializer(String className) {
          return new GlorotUniform();
        }
      };

  private static LayerKernel<?> make(
      LayerFactory factory, List<Integer> in, List<Integer> out, Map<String, String> attributes) {
    return factory.create(
        new LayerDescription(Section.ENCODER, "x", "Any", in, out, attributes),
        new Tanh(),
        CONTEXT);
  }

  private static Map<String, String> attributes(String computes, String name, String value) {
    Map<String, String> attributes =
        new HashMap<>(
            Map.of(
                "computes", computes,
                "window", WINDOW,
                "down", "2",
                "right", "2",
                "training.initializer", "Any"));
    attributes.put(name, value);
    return attributes;
  }

  @Test
  void makeWhatTheTableSays() {
    LayerFactory convolutions = new ConvolutionFactory();
    LayerFactory pools = new PoolFactory();
    Map<String, String> any = attributes("convolution", "note", "");
    assertThat(make(convolutions, BIG, SMALL, any)).isInstanceOf(Conv2DKernel.class);
    any.put("computes", "transposed convolution");
    assertThat(make(convolutions, SMALL, BIG, any)).isInstanceOf(Conv2DTransposeKernel.class);
    List<Integer> pooled = List.of(5, 4, 2);
    any.put("computes", "max pooling");
    assertThat(make(pools, BIG, pooled, any)).isInstanceOf(MaxPool2DKernel.class);
    any.put("computes", "average pooling");
    assertThat(make(pools, BIG, pooled, any)).isInstanceOf(AveragePool2DKernel.class);
    any.put("computes", "upsampling");
    LayerKernel<?> up = make(pools, pooled, BIG, any);
    assertThat(up).isInstanceOf(UpSampling2DKernel.class);
    assertThat(up.inputs()).isEqualTo(40);
    assertThat(up.outputs()).isEqualTo(144);
    assertThat(make(new ReshapeFactory(), List.of(40), pooled, any).outputs()).isEqualTo(40);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "window   | 3x3                                                    | is no window",
        "window   | 3x3 stride 2x2 dilation 1x1 pad -1x0                   | is no window",
        "window   | 3x3 stride 0x2 dilation 1x1 pad 0x0                    | a window has 0×2 for a size",
        "window   | 0x3 stride 2x2 dilation 1x1 pad 0x0                    | a window has 0×3 for a size",
        "window   | 99999999x3 stride 2x2 dilation 1x1 pad 0x0             | a window has 99999999×3 for a size",
        "window   | 9999999x9999999 stride 2x2 dilation 1x1 pad 0x0        | a window of 9999999×9999999",
        "window   | 3x3 stride 2x2 dilation 1x1 pad 3x0                    | with 3×0 pixels beyond the edges",
        "window   | 3x3 stride 3x2 dilation 1x1 pad 0x0                    | the last of 5×4 windows lies beyond an image of 9×8",
        "computes | anything                                               | x computes ",
        "tiedTo   | y                                                      | x is tied to y, no convolution",
      })
  void refuseWhatCannotBe(String name, String value, String message) {
    Map<String, String> attributes = attributes("convolution", name, value);
    assertThatThrownBy(() -> make(new ConvolutionFactory(), BIG, SMALL, attributes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refuseShapesThatAreNoImages() {
    Map<String, String> convolution = attributes("convolution", "note", "");
    assertThatThrownBy(() -> make(new ConvolutionFactory(), List.of(144), SMALL, convolution))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x makes [5, 4, 3] of [144], which are no images");
    Map<String, String> pooling = attributes("max pooling", "note", "");
    assertThatThrownBy(() -> make(new PoolFactory(), BIG, SMALL, pooling))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x makes 3 channels of 2");
    Map<String, String> up = attributes("upsampling", "down", "0");
    assertThatThrownBy(() -> make(new PoolFactory(), SMALL, SMALL, up))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x has 0 for its down, not in [1, 16777216]");
    assertThatThrownBy(() -> make(new ReshapeFactory(), BIG, SMALL, up))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x makes 60 values of 144");
  }

  /** Sizes whose products overflow are refused before anything is allocated. */
  @Test
  void refuseSizesThatOverflow() {
    Map<String, String> convolution = attributes("convolution", "note", "");
    convolution.put("window", "4000x4000 stride 1x1 dilation 1x1 pad 3999x3999");
    assertThatThrownBy(
            () ->
                make(new ConvolutionFactory(), List.of(1, 1, 1000), List.of(1, 1, 1), convolution))
        .isInstanceOf(ArithmeticException.class);
  }
}
