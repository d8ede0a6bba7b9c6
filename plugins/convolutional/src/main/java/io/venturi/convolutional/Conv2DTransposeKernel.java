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
 * A transposed convolution, {@code y = f(patchesᵀ(x · Wᵀ) + b)}, where patchesᵀ adds patches up to
 * an image: images of shape (rows of windows, columns of windows, channels) enter, of shape
 * (height, width, filters) leave. W has the shape (kernel height · kernel width · filters,
 * channels), b the shape (filters).
 */
public final class Conv2DTransposeKernel extends ConvolutionKernel {

  /**
   * A layer with weights of its own.
   *
   * @param window as {@link Window#parse} reads it; it moves over the output
   */
  public Conv2DTransposeKernel(
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
        new Geometry(outputHeight, outputWidth, filters, height, width, Window.parse(window)),
        channels,
        activation,
        initializer,
        null);
  }

  /** The mirror of a convolution, with its weights. */
  public Conv2DTransposeKernel(Conv2DKernel original, Activation activation) {
    super(original.geometry, original.windowChannels, activation, null, original);
  }

  @Override
  public int inputs() {
    return geometry.windows() * windowChannels;
  }

  @Override
  public int outputs() {
    return geometry.size();
  }

  @Override
  int filters() {
    return geometry.channels();
  }

  @Override
  ParameterSpec weightSpec(Initializer initializer) {
    int fanIn = geometry.patchSize() / geometry.channels() * windowChannels;
    Readers readers = new Readers(windowChannels, 1);
    return ParameterSpec.weights(
        geometry.patchSize(), windowChannels, fanIn, geometry.patchSize(), readers, initializer);
  }

  @Override
  Optional<NativeConvolution> nativeConvolution() {
    return NativeConvolution.transposed(geometry.nativeShape(windowChannels));
  }

  @Override
  void map(NetworkWorkspace w, PatchProducts products, Tensor from, Tensor to, Finish finish) {
    products.toImages(w, from, to, finish);
  }

  @Override
  void adjoint(NetworkWorkspace w, PatchProducts products, Tensor from, Tensor to) {
    products.toWindows(w, from, to, null);
  }

  @Override
  void adjointAndGradient(
      NetworkWorkspace w,
      PatchProducts products,
      Tensor input,
      Tensor gradient,
      float beta,
      @Nullable Tensor to) {
    products.gradientAndWindows(w, gradient, input, beta, to);
  }

  @Override
  void mapAndGradient(
      NetworkWorkspace w, PatchProducts products, Tensor tangent, Tensor slopes, Tensor to) {
    products.gradientAndImages(w, slopes, tangent, 1f, to);
  }

  @Override
  public Layer layer(String name, Parameters parameters) {
    return new ConvolutionLayer(name, "transposed convolution", this, parameters);
  }
}
