package io.venturi.sparse;

import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.BatchContext;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.Scratch;

/** The k largest of each row, on their way to the decoder and back. */
record TopKTransform(LargestOfRow largest) implements CodeTransform {

  // Slots of scratch.
  private static final int CODES = 0;
  private static final int GRADIENTS = 1;
  private static final int HEAP = 2;

  @Override
  public void forward(Tensor code, Tensor latent, int rows, BatchContext step) {
    inUse(code, latent, rows, step.scratch());
  }

  @Override
  public void inUse(Tensor code, Tensor latent, int rows, Scratch scratch) {
    int width = code.columns();
    float[] c = scratch.floats(CODES, Tiles.capacity(width));
    int tile = Tiles.rows(width);
    for (int row = 0; row < rows; row += tile) {
      int n = Math.min(tile, rows - row);
      code.read(row * width, c, n * width);
      largest.keep(c, c, n, width, scratch.floats(HEAP, width));
      latent.write(row * width, c, n * width);
    }
  }

  /** Finds the kept ones again: cheaper than remembering them would be. */
  @Override
  public void backward(
      Tensor code, Tensor latentGradient, Tensor codeGradient, int rows, BatchContext step) {
    int width = code.columns();
    Scratch scratch = step.scratch();
    float[] c = scratch.floats(CODES, Tiles.capacity(width));
    float[] g = scratch.floats(GRADIENTS, Tiles.capacity(width));
    int tile = Tiles.rows(width);
    for (int row = 0; row < rows; row += tile) {
      int n = Math.min(tile, rows - row);
      code.read(row * width, c, n * width);
      latentGradient.read(row * width, g, n * width);
      largest.keep(c, g, n, width, scratch.floats(HEAP, width));
      codeGradient.write(row * width, g, n * width);
    }
  }
}
