package io.venturi.convolutional;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.layer.ElementwisePasses;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.ParameterBlock;
import org.jspecify.annotations.Nullable;

/** Adds biases to a convolution's sums and activates them, while they are in the caches. */
final class Finish {

  /** A tile that nothing else may use from {@link #begin} on. */
  private static final int BIASES = 2;

  private static final int VALUES = 0;

  private final ParameterBlock biases;
  private final Activation activation;
  private final @Nullable Tensor kept;
  private final int pixels;

  /**
   * A finish of images.
   *
   * @param activation that works on pixels one by one
   * @param kept where pre-activations go, if the gradient will need them
   * @param pixels of an image
   */
  Finish(ParameterBlock biases, Activation activation, @Nullable Tensor kept, int pixels) {
    this.biases = biases;
    this.activation = activation;
    this.kept = kept;
    this.pixels = pixels;
  }

  /** Comes before the first pixels of a pass. */
  void begin(NetworkWorkspace w) {
    int most = Math.max(pixels, Tiles.rows(biases.values().columns()));
    ElementwisePasses.repeat(biases.values(), w.tile(BIASES), most);
  }

  /** Finishes an output that is whole, after {@link #begin}. */
  void applyToAll(NetworkWorkspace w, Tensor output) {
    float[] values = w.tile(VALUES);
    int channels = biases.values().columns();
    int step = Tiles.rows(channels);
    int total = w.rows() * pixels;
    for (int done = 0; done < total; done += step) {
      int count = Math.min(step, total - done);
      int at = done * channels;
      output.read(at, values, count * channels);
      apply(w, values, at, count);
      output.write(at, values, count * channels);
    }
  }

  /**
   * Finishes pixels.
   *
   * @param values one pixel after another
   * @param at the index of the first value in the output
   * @param count of pixels: an image's, or a tile's of them
   */
  void apply(NetworkWorkspace w, float[] values, int at, int count) {
    float[] bias = w.tile(BIASES);
    int channels = biases.values().columns();
    if (kept == null) {
      activation.apply(values, bias, count, channels);
      return;
    }
    int n = count * channels;
    for (int i = 0; i < n; i++) {
      values[i] += bias[i];
    }
    kept.write(at, values, n);
    activation.apply(values, count, channels);
  }
}
