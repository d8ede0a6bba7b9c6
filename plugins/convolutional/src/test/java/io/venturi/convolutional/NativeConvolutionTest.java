package io.venturi.convolutional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.venturi.kernel.Backend;
import io.venturi.kernel.NativeConvolution;
import io.venturi.kernel.Tensor;
import org.junit.jupiter.api.Test;

/**
 * Which convolutions oneDNN takes. That it computes them right is what the other tests say, which
 * run a second time with a build that has it.
 */
class NativeConvolutionTest {

  private static final boolean ONE_DNN = Backend.describe().nativeBuild().contains("onednn");

  /** The second run is one of oneDNN, and the first is none. */
  @Test
  void runsOnTheBuildThatTheTestsAreFor() {
    boolean wanted = "onednn".equals(System.getProperty("venturi.test.build"));
    boolean possible = Backend.describe().vectorExtension().startsWith("AVX");
    assertThat(ONE_DNN).isEqualTo(wanted && possible);
  }

  @Test
  void takesWindowsPaddedAlikeOnBothSidesOrAtTheEnd() {
    assertThat(convolves("3x3 stride 2x2 dilation 1x1 pad 0x0", 28, 14)).isEqualTo(ONE_DNN);
    assertThat(convolves("3x3 stride 1x1 dilation 1x1 pad 1x1", 28, 28)).isEqualTo(ONE_DNN);
    assertThat(convolves("4x4 stride 2x2 dilation 1x1 pad 1x1", 28, 14)).isEqualTo(ONE_DNN);
    assertThat(convolves("3x3 stride 2x2 dilation 1x1 pad 0x0", 28, 13)).isEqualTo(ONE_DNN);
  }

  @Test
  void leavesOthersToMatrixProducts() {
    assertThat(convolves("3x3 stride 1x1 dilation 2x2 pad 0x0", 28, 24)).isFalse();
    assertThat(convolves("3x3 stride 1x1 dilation 1x1 pad 2x2", 28, 28)).isFalse();
  }

  /** ND4J's transposed convolution knows the output's size by the input's alone. */
  @Test
  void takesTransposedWindowsThatLeaveNoPixelOut() {
    assertThat(transposes("4x4 stride 2x2 dilation 1x1 pad 1x1", 28, 14)).isEqualTo(ONE_DNN);
    assertThat(transposes("3x3 stride 2x2 dilation 1x1 pad 0x0", 28, 14)).isFalse();
  }

  @Test
  void refusesMemoryThatHasBeenReleased() {
    NativeConvolution convolution =
        NativeConvolution.of(shape("3x3 stride 1x1 dilation 1x1 pad 1x1", 6, 6)).orElse(null);
    assertThat(convolution != null).isEqualTo(ONE_DNN);
    if (convolution != null) {
      Tensor image = Tensor.allocate(2, 36);
      Tensor weights = Tensor.allocate(9, 1);
      Tensor out = Tensor.allocate(2, 36);
      convolution.forward(2, image, weights, out);
      image.release();
      assertThatIllegalStateException()
          .isThrownBy(() -> convolution.forward(2, image, weights, out))
          .withMessageContaining("released");
    }
  }

  private static boolean convolves(String window, int size, int windows) {
    return NativeConvolution.of(shape(window, size, windows)).isPresent();
  }

  private static boolean transposes(String window, int size, int windows) {
    return NativeConvolution.transposed(shape(window, size, windows)).isPresent();
  }

  private static NativeConvolution.Shape shape(String window, int size, int windows) {
    return new Geometry(size, size, 1, windows, windows, Window.parse(window)).nativeShape(1);
  }
}
