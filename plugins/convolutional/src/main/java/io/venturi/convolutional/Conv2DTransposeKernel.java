package io.venturi.convolutional;

import io.venturi.annotation.Layer;
import io.venturi.kernel.Activation;
import io.venturi.kernel.Initializer;
import io.venturi.kernel.Matrices;
import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.layer.ElementwisePasses;
import io.venturi.spi.Activations;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.ParameterSpec;
import io.venturi.spi.Parameters;

/**
 * A transposed convolution: {@code y = f(patchesᵀ(x · Wᵀ) + b)}, where patchesᵀ adds patches up to
 * an image; with {@code Σ} over rows in all parameter gradients. Images with a pixel for each
 * window enter, (height, width, filters) leave.
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
    return ParameterSpec.weights(
        geometry.patchSize(), windowChannels, fanIn, geometry.patchSize(), initializer);
  }

  @Override
  public void forward(NetworkWorkspace w, Activations in, ConvolutionActivations out) {
    ElementwisePasses.repeat(
        biases().values(), w.tile(OTHERS), geometry.height() * geometry.width());
    int total = w.rows() * geometry.windows();
    for (int first = 0; first < total; first += blockWindows()) {
      int count = Math.min(blockWindows(), total - first);
      loadPixels(w, in, out, first, count);
      Matrices.multiplyTransposedB(count, out.pixels, weights().values(), out.patches, 0f);
      add(w, in, out, first, count);
    }
    if (fused != activation) {
      ElementwisePasses.activate(w, out.value(), activation, out.preActivation);
    }
  }

  /** A row's image begins as the biases. */
  @Override
  void begin(NetworkWorkspace w, float[] image) {
    System.arraycopy(w.tile(OTHERS), 0, image, 0, geometry.size());
  }

  @Override
  void end(NetworkWorkspace w, Activations in, ConvolutionActivations out, int row, float[] image) {
    Tensor kept = fused == activation ? out.preActivation : null;
    if (kept != null) {
      kept.write(row * geometry.size(), image, geometry.size());
    }
    fused.apply(image, 1, geometry.size());
    out.value().write(row * geometry.size(), image, geometry.size());
  }

  @Override
  public void backward(NetworkWorkspace w, Activations in, ConvolutionActivations out) {
    if (fused != activation) {
      ElementwisePasses.activationGradient(w, out.gradient(), out.derivativeAt(), activation);
    }
    float beta = firstBeta(w);
    int total = w.rows() * geometry.windows();
    for (int first = 0; first < total; first += blockWindows()) {
      int count = Math.min(blockWindows(), total - first);
      cut(w, in, out, first, count);
      loadPixels(w, in, out, first, count);
      Matrices.multiplyTransposedA(count, out.patches, out.pixels, out.weightGradient(), beta);
      beta = 1f;
      if (in.hasGradient()) {
        Matrices.multiply(count, out.patches, weights().values(), out.pixels, 0f);
        storePixels(w, in, out, first, count);
      }
    }
    Matrices.columnSums(
        w.rows() * geometry.height() * geometry.width(),
        out.gradientPixels(),
        out.biasGradient(),
        w.accumulatesGradients() ? 1f : 0f);
  }

  /** The gradient before the activation, which the sum over pixels needs too. */
  @Override
  void load(
      NetworkWorkspace w, Activations in, ConvolutionActivations out, int row, float[] image) {
    int at = row * geometry.size();
    out.gradient().read(at, image, geometry.size());
    if (!fused.isIdentity()) {
      float[] values = w.tile(VALUES);
      out.derivativeAt().read(at, values, geometry.size());
      fused.gradient(image, values, 1, geometry.size());
      out.gradient().write(at, image, geometry.size());
    }
  }

  private void loadPixels(
      NetworkWorkspace w, Activations in, ConvolutionActivations out, int first, int count) {
    float[] values = w.tile(VALUES);
    for (int done = 0; done < count; done += Tiles.rows(windowChannels)) {
      int n = Math.min(Tiles.rows(windowChannels), count - done) * windowChannels;
      in.value().read((first + done) * windowChannels, values, n);
      out.pixels.write(done * windowChannels, values, n);
    }
  }

  private void storePixels(
      NetworkWorkspace w, Activations in, ConvolutionActivations out, int first, int count) {
    float[] values = w.tile(VALUES);
    for (int done = 0; done < count; done += Tiles.rows(windowChannels)) {
      int n = Math.min(Tiles.rows(windowChannels), count - done) * windowChannels;
      out.pixels.read(done * windowChannels, values, n);
      in.gradient().write((first + done) * windowChannels, values, n);
    }
  }

  @Override
  public Layer layer(String name, Parameters parameters) {
    return new ConvolutionLayer(name, "transposed convolution", this, parameters);
  }
}
