package io.venturi.convolutional;

import io.venturi.kernel.Activation;
import io.venturi.kernel.ElementwiseActivation;
import io.venturi.kernel.Initializer;
import io.venturi.kernel.Linear;
import io.venturi.spi.Activations;
import io.venturi.spi.LayerKernel;
import io.venturi.spi.LayerMemory;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.ParameterSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a convolution and a transposed one have in common: a matrix of weights of shape (kernel
 * height · kernel width · channels of the image, channels of the windows), and products of it with
 * the matrix of patches. That one would be as large as the image times the kernel, so it is made
 * for a block of windows at a time, which stays in the caches.
 */
abstract class ConvolutionKernel implements LayerKernel<ConvolutionActivations> {

  /** Floats in a block of patches, about. */
  private static final int BLOCK = 1 << 16;

  private static final int IMAGE = 0;
  static final int VALUES = 1;
  static final int OTHERS = 2;
  private static final int SUM = 3;

  final Geometry geometry;
  private final Patches patches;
  final int windowChannels;
  final Activation activation;

  /** The activation where it is elementwise, so that it can be a part of other passes. */
  final Activation fused;

  private final @Nullable Initializer initializer;
  private final @Nullable ConvolutionKernel original;
  private @Nullable ParameterBlock weights;
  private @Nullable ParameterBlock biases;
  private boolean weightsShared;

  /**
   * @param windowChannels channels of the image that has a pixel for each window
   * @param initializer what draws the weights; null where they are another's
   * @param original the layer whose weights these are; null where they are this one's own
   */
  ConvolutionKernel(
      Geometry geometry,
      int windowChannels,
      Activation activation,
      @Nullable Initializer initializer,
      @Nullable ConvolutionKernel original) {
    this.geometry = geometry;
    this.patches = new Patches(geometry);
    this.windowChannels = windowChannels;
    this.activation = activation;
    this.fused = activation instanceof ElementwiseActivation ? activation : new Linear();
    this.initializer = initializer;
    this.original = original;
    int unused = Math.multiplyExact(geometry.windows(), windowChannels); // Overflow is no layer.
  }

  /** The channels that leave. */
  abstract int filters();

  /** The weights; inputs of a unit and units that an input feeds are counted without the edges. */
  abstract ParameterSpec weightSpec(Initializer initializer);

  @Override
  public final List<ParameterSpec> parameters() {
    ParameterSpec own = ParameterSpec.biases(filters());
    return initializer == null ? List.of(own) : List.of(weightSpec(initializer), own);
  }

  @Override
  public final void bind(List<ParameterBlock> blocks, ParameterBlock state) {
    biases = blocks.get(blocks.size() - 1);
    weights = original == null ? blocks.get(0) : original.shareWeights();
  }

  /** For a layer that uses these weights too, and whose backward pass comes before this one's. */
  private ParameterBlock shareWeights() {
    weightsShared = true;
    return weights();
  }

  /** Whether the first contribution to the weights' gradient is added to what is there. */
  final float firstBeta(NetworkWorkspace w) {
    return weightsShared || w.accumulatesGradients() ? 1f : 0f;
  }

  final ParameterBlock weights() {
    return bound(weights);
  }

  final ParameterBlock biases() {
    return bound(biases);
  }

  private static ParameterBlock bound(@Nullable ParameterBlock block) {
    if (block == null) {
      throw new IllegalStateException("this kernel has no parameters yet: see Parameters.allocate");
    }
    return block;
  }

  /** How many windows are worked on at a time. */
  final int blockWindows() {
    return Math.max(1, BLOCK / Math.max(geometry.patchSize(), windowChannels));
  }

  @Override
  public final int scratchSize() {
    return blockWindows() * (geometry.patchSize() + windowChannels);
  }

  @Override
  public final long workPerRow() {
    return 6L * geometry.windows() * geometry.patchSize() * windowChannels;
  }

  @Override
  public final ConvolutionActivations activations(LayerMemory memory) {
    return new ConvolutionActivations(memory, this);
  }

  /** Puts a row's image into {@code image}, for its patches. */
  abstract void load(
      NetworkWorkspace w, Activations in, ConvolutionActivations out, int row, float[] image);

  /** What an image is before patches are added to it. */
  abstract void begin(NetworkWorkspace w, float[] image);

  /** Takes a row's image when all patches are added to it. */
  abstract void end(
      NetworkWorkspace w, Activations in, ConvolutionActivations out, int row, float[] image);

  /**
   * Cuts the patches of a block of windows, counted over all rows. Blocks come in order: the image
   * amid which one ends is still there for the next.
   */
  final void cut(
      NetworkWorkspace w, Activations in, ConvolutionActivations out, int first, int count) {
    float[] image = w.tile(IMAGE);
    int done = 0;
    while (done < count) {
      int inImage = (first + done) % geometry.windows();
      if (inImage == 0) {
        load(w, in, out, (first + done) / geometry.windows(), image);
      }
      int n = Math.min(partWindows(out), Math.min(count - done, geometry.windows() - inImage));
      patches.cut(image, inImage, n, out.part);
      out.patches.write(done * geometry.patchSize(), out.part, n * geometry.patchSize());
      done += n;
    }
  }

  /** Adds a block of patches up to images. Blocks come in order, as in {@link #cut}. */
  final void add(
      NetworkWorkspace w, Activations in, ConvolutionActivations out, int first, int count) {
    float[] image = w.tile(SUM);
    int done = 0;
    while (done < count) {
      int inImage = (first + done) % geometry.windows();
      if (inImage == 0) {
        begin(w, image);
      }
      int n = Math.min(partWindows(out), Math.min(count - done, geometry.windows() - inImage));
      out.patches.read(done * geometry.patchSize(), out.part, n * geometry.patchSize());
      patches.add(out.part, inImage, n, image);
      done += n;
      if (inImage + n == geometry.windows()) {
        end(w, in, out, (first + done - 1) / geometry.windows(), image);
      }
    }
  }

  /** How many patches are on the heap at a time. */
  private int partWindows(ConvolutionActivations out) {
    return Math.max(1, out.part.length / geometry.patchSize());
  }
}
