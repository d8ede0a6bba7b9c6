package io.venturi.sparse;

import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.BatchContext;
import io.venturi.spi.CodeTransform;

/** The k largest of each row, on their way to the decoder and back. */
record TopKTransform(LargestOfRow largest) implements CodeTransform {

  @Override
  public void forward(Tensor code, Tensor latent, int rows, BatchContext step) {
    inUse(code, latent, rows);
  }

  @Override
  public void inUse(Tensor code, Tensor latent, int rows) {
    int width = code.columns();
    Scratch scratch = Scratch.forCodes(width);
    float[] c = scratch.codes;
    int tile = Tiles.rows(width);
    for (int row = 0; row < rows; row += tile) {
      int n = Math.min(tile, rows - row);
      code.read(row * width, c, n * width);
      largest.keep(c, c, n, width, scratch.heap);
      latent.write(row * width, c, n * width);
    }
  }

  /** Finds the kept ones again: cheaper than remembering them would be. */
  @Override
  public void backward(
      Tensor code, Tensor latentGradient, Tensor codeGradient, int rows, BatchContext step) {
    int width = code.columns();
    Scratch scratch = Scratch.forCodes(width);
    float[] c = scratch.codes;
    float[] g = scratch.gradients;
    int tile = Tiles.rows(width);
    for (int row = 0; row < rows; row += tile) {
      int n = Math.min(tile, rows - row);
      code.read(row * width, c, n * width);
      latentGradient.read(row * width, g, n * width);
      largest.keep(c, g, n, width, scratch.heap);
      codeGradient.write(row * width, g, n * width);
    }
  }
}
