package io.venturi.convolutional;

import io.venturi.kernel.Matrices;
import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.LayerMemory;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.ParameterBlock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The linear map from images to smaller ones that have a pixel for each window, {@code windows =
 * patches(images) · W}, its adjoint, and the gradient of the weights: what all passes of both
 * convolutions are made of. W has the shape (kernel height · kernel width · channels of the images,
 * channels of the windows).
 *
 * <p>The matrix of all patches would be as large as the images times the kernel, so it is made for
 * a block of windows at a time, which stays in the caches. Windows count over all rows in use.
 */
final class PatchProducts {

  /** Floats in a block of patches, about. */
  private static final int BLOCK = 1 << 16;

  // Tiles of the workspace; Finish has one too.
  private static final int IMAGE = 0;
  private static final int PIXELS = 1;
  private static final int SUM = 3;

  private final Geometry geometry;
  private final int channels;
  private final Patches patches;
  private final ParameterBlock weights;
  private final @Nullable Tensor weightGradient;

  /** Patches of a block's windows, one a row. */
  private final Tensor block;

  /** The pixels that belong to these windows, one a row. */
  private final Tensor pixels;

  /** A few patches on the heap. */
  private final float[] part;

  PatchProducts(LayerMemory memory, Geometry geometry, ParameterBlock weights) {
    this.geometry = geometry;
    this.channels = weights.spec().columns();
    this.patches = new Patches(geometry);
    this.weights = weights;
    Tensor flat = memory.parameterGradients();
    weightGradient = flat == null ? null : weights.of(flat);
    int windows =
        (int)
            Math.min(
                blockWindows(geometry, channels), (long) memory.capacity() * geometry.windows());
    block = memory.scratch(windows, geometry.patchSize());
    pixels = memory.scratch(windows, channels);
    part = new float[Tiles.capacity(geometry.patchSize())];
  }

  /** How many floats of scratch this takes, at most. */
  static int scratchSize(Geometry geometry, int channels) {
    return blockWindows(geometry, channels) * (geometry.patchSize() + channels);
  }

  private static int blockWindows(Geometry geometry, int channels) {
    return Math.max(1, BLOCK / Math.max(geometry.patchSize(), channels));
  }

  /**
   * {@code windows = patches(images) · W}.
   *
   * @param finish for the windows' pixels; null if there is none
   */
  void toWindows(NetworkWorkspace w, Tensor images, Tensor windows, @Nullable Finish finish) {
    int total = w.rows() * geometry.windows();
    for (int first = 0; first < total; first += block.rows()) {
      int count = Math.min(block.rows(), total - first);
      cut(w, images, first, count);
      Matrices.multiply(count, block, weights.values(), pixels, 0f);
      store(w, windows, first, count, finish);
    }
  }

  /**
   * {@code images = patchesᵀ(windows · Wᵀ)}, where patchesᵀ adds patches up to images.
   *
   * @param finish for the images' pixels; null if there is none
   */
  void toImages(NetworkWorkspace w, Tensor windows, Tensor images, @Nullable Finish finish) {
    int total = w.rows() * geometry.windows();
    for (int first = 0; first < total; first += block.rows()) {
      int count = Math.min(block.rows(), total - first);
      load(w, windows, first, count);
      Matrices.multiplyTransposedB(count, pixels, weights.values(), block, 0f);
      add(w, images, first, count, finish);
    }
  }

  /**
   * The weights' gradient {@code = patches(images)ᵀ · windows + beta · gradient}; and as in {@link
   * #toWindows}, without another look at the images.
   *
   * @param to what becomes {@code patches(images) · W}; null if nobody asks for it
   */
  void gradientAndWindows(
      NetworkWorkspace w, Tensor images, Tensor windows, float beta, @Nullable Tensor to) {
    int total = w.rows() * geometry.windows();
    for (int first = 0; first < total; first += block.rows()) {
      int count = Math.min(block.rows(), total - first);
      addWeightGradient(w, images, windows, first, count, first == 0 ? beta : 1f);
      if (to != null) {
        Matrices.multiply(count, block, weights.values(), pixels, 0f);
        store(w, to, first, count, null);
      }
    }
  }

  /**
   * The weights' gradient {@code = patches(images)ᵀ · windows + beta · gradient}; and as in {@link
   * #toImages}.
   *
   * @param to what becomes {@code patchesᵀ(windows · Wᵀ)}; null if nobody asks for it
   */
  void gradientAndImages(
      NetworkWorkspace w, Tensor images, Tensor windows, float beta, @Nullable Tensor to) {
    int total = w.rows() * geometry.windows();
    for (int first = 0; first < total; first += block.rows()) {
      int count = Math.min(block.rows(), total - first);
      addWeightGradient(w, images, windows, first, count, first == 0 ? beta : 1f);
      if (to != null) {
        Matrices.multiplyTransposedB(count, pixels, weights.values(), block, 0f);
        add(w, to, first, count, null);
      }
    }
  }

  /** A block's part of the weights' gradient; leaves its patches and pixels where they are. */
  private void addWeightGradient(
      NetworkWorkspace w, Tensor images, Tensor windows, int first, int count, float beta) {
    cut(w, images, first, count);
    load(w, windows, first, count);
    Matrices.multiplyTransposedA(count, block, pixels, weightGradient(), beta);
  }

  /**
   * Cuts the patches of a block of windows. Blocks come in order: the image amid which one ends is
   * still there for the next.
   */
  private void cut(NetworkWorkspace w, Tensor images, int first, int count) {
    float[] image = w.tile(IMAGE);
    int done = 0;
    while (done < count) {
      int inImage = (first + done) % geometry.windows();
      if (inImage == 0) {
        int row = (first + done) / geometry.windows();
        images.read(row * geometry.size(), image, geometry.size());
      }
      int n = Math.min(partWindows(), Math.min(count - done, geometry.windows() - inImage));
      patches.cut(image, inImage, n, part);
      block.write(done * geometry.patchSize(), part, n * geometry.patchSize());
      done += n;
    }
  }

  /** Adds a block of patches up to images. Blocks come in order, as in {@link #cut}. */
  private void add(
      NetworkWorkspace w, Tensor images, int first, int count, @Nullable Finish finish) {
    float[] image = w.tile(SUM);
    int done = 0;
    while (done < count) {
      int inImage = (first + done) % geometry.windows();
      if (inImage == 0) {
        Arrays.fill(image, 0, geometry.size(), 0f);
      }
      int n = Math.min(partWindows(), Math.min(count - done, geometry.windows() - inImage));
      block.read(done * geometry.patchSize(), part, n * geometry.patchSize());
      patches.add(part, inImage, n, image);
      done += n;
      if (inImage + n == geometry.windows()) {
        int at = (first + done - 1) / geometry.windows() * geometry.size();
        if (finish != null) {
          finish.apply(w, image, at, geometry.height() * geometry.width());
        }
        images.write(at, image, geometry.size());
      }
    }
  }

  /** How many patches are on the heap at a time. */
  private int partWindows() {
    return Math.max(1, part.length / geometry.patchSize());
  }

  /** Copies the pixels of a block of windows. */
  private void load(NetworkWorkspace w, Tensor windows, int first, int count) {
    float[] values = w.tile(PIXELS);
    int step = Tiles.rows(channels);
    for (int done = 0; done < count; done += step) {
      int n = Math.min(step, count - done) * channels;
      windows.read((first + done) * channels, values, n);
      pixels.write(done * channels, values, n);
    }
  }

  /** Copies them back. */
  private void store(
      NetworkWorkspace w, Tensor windows, int first, int count, @Nullable Finish finish) {
    float[] values = w.tile(PIXELS);
    int step = Tiles.rows(channels);
    for (int done = 0; done < count; done += step) {
      int n = Math.min(step, count - done);
      int at = (first + done) * channels;
      pixels.read(done * channels, values, n * channels);
      if (finish != null) {
        finish.apply(w, values, at, n);
      }
      windows.write(at, values, n * channels);
    }
  }

  private Tensor weightGradient() {
    if (weightGradient == null) {
      throw new IllegalStateException("this workspace is for inference: it keeps no gradients");
    }
    return weightGradient;
  }
}
