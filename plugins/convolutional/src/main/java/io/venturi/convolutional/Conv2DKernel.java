package io.venturi.convolutional;

import io.venturi.annotation.Layer;
import io.venturi.kernel.Activation;
import io.venturi.kernel.Initializer;
import io.venturi.kernel.NativeConvolution;
import io.venturi.kernel.Tensor;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.ParameterSpec;
import io.venturi.spi.Parameters;
import io.venturi.spi.Readers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A convolution, {@code y = f(patches(x) · W + b)}: images of shape (height, width, channels)
 * enter, of shape (rows of windows, columns of windows, filters) leave. W has the shape (kernel
 * height · kernel width · channels, filters), b the shape (filters).
 */
public final class Conv2DKernel extends ConvolutionKernel {

  /**
   * A layer with weights of its own.
   *
   * @param window as {@link Window#parse} reads it
   */
  public Conv2DKernel(
      int height,
      int width,
      int channels,
      int outputHeight,
      int outputWidth,
      int filters,
      String window,
      Activation activation,
      Initializer initializer) {
    super(
        new Geometry(height, width, channels, outputHeight, outputWidth, Window.parse(window)),
        filters,
        activation,
        initializer,
        null);
  }

  /** The mirror of a transposed convolution, with its weights. */
  public Conv2DKernel(Conv2DTransposeKernel original, Activation activation) {
    super(original.geometry, original.windowChannels, activation, null, original);
  }

  @Override
  public int inputs() {
    return geometry.size();
  }

  @Override
  public int outputs() {
    return geometry.windows() * windowChannels;
  }

  @Override
  int filters() {
    return windowChannels;
  }

  @Override
  ParameterSpec weightSpec(Initializer initializer) {
    int fanOut = geometry.patchSize() / geometry.channels() * windowChannels;
    Readers readers = new Readers(geometry.channels(), windowChannels);
    return ParameterSpec.weights(
        geometry.patchSize(), windowChannels, geometry.patchSize(), fanOut, readers, initializer);
  }

  @Override
  Optional<NativeConvolution> nativeConvolution() {
    return NativeConvolution.of(geometry.nativeShape(windowChannels));
  }

  @Override
  void map(NetworkWorkspace w, PatchProducts products, Tensor from, Tensor to, Finish finish) {
    products.toWindows(w, from, to, finish);
  }

  @Override
  void adjoint(NetworkWorkspace w, PatchProducts products, Tensor from, Tensor to) {
    products.toImages(w, from, to, null);
  }

  @Override
  void adjointAndGradient(
      NetworkWorkspace w,
      PatchProducts products,
      Tensor input,
      Tensor gradient,
      float beta,
      @Nullable Tensor to) {
    products.gradientAndImages(w, input, gradient, beta, to);
  }

  @Override
  void mapAndGradient(
      NetworkWorkspace w, PatchProducts products, Tensor tangent, Tensor slopes, Tensor to) {
    products.gradientAndWindows(w, tangent, slopes, 1f, to);
  }

  @Override
  public Layer layer(String name, Parameters parameters) {
    return new ConvolutionLayer(name, "convolution", this, parameters);
  }
}
