package io.venturi.variational;

import io.venturi.kernel.Gaussians;
import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.BatchContext;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.Scratch;

/**
 * {@code z = μ + exp(s / 2) ε}, with ε from the step's seed and its place in the batch alone. A
 * row's code is all its means and then all its log-variances.
 */
final class Reparameterization implements CodeTransform {

  // Slots of scratch.
  private static final int CODES = 0;
  private static final int GRADIENTS = 1;
  private static final int LATENTS = 2;

  @Override
  public void forward(Tensor code, Tensor latent, int rows, BatchContext step) {
    int codes = code.columns();
    int latents = latent.columns();
    long seed = step.seed();
    Scratch scratch = step.scratch();
    float[] c = scratch.floats(CODES, Tiles.capacity(codes));
    float[] z = scratch.floats(LATENTS, Tiles.capacity(codes));
    int tile = Tiles.rows(codes);
    for (int row = 0; row < rows; row += tile) {
      int n = Math.min(tile, rows - row);
      code.read(row * codes, c, n * codes);
      for (int r = 0; r < n; r++) {
        long place = (long) (row + r) * latents;
        for (int j = 0; j < latents; j++) {
          float deviation = Exponential.of(0.5f * c[r * codes + latents + j]);
          z[r * latents + j] = c[r * codes + j] + deviation * Gaussians.at(seed, place + j);
        }
      }
      latent.write(row * latents, z, n * latents);
    }
  }

  /** {@code ∂z/∂μ = 1}, {@code ∂z/∂s = ½ exp(s / 2) ε}. */
  @Override
  public void backward(
      Tensor code, Tensor latentGradient, Tensor codeGradient, int rows, BatchContext step) {
    int codes = code.columns();
    int latents = latentGradient.columns();
    long seed = step.seed();
    Scratch scratch = step.scratch();
    float[] c = scratch.floats(CODES, Tiles.capacity(codes));
    float[] g = scratch.floats(GRADIENTS, Tiles.capacity(codes));
    float[] z = scratch.floats(LATENTS, Tiles.capacity(codes));
    int tile = Tiles.rows(codes);
    for (int row = 0; row < rows; row += tile) {
      int n = Math.min(tile, rows - row);
      code.read(row * codes, c, n * codes);
      latentGradient.read(row * latents, z, n * latents);
      for (int r = 0; r < n; r++) {
        long place = (long) (row + r) * latents;
        for (int j = 0; j < latents; j++) {
          float gradient = z[r * latents + j];
          float deviation = Exponential.of(0.5f * c[r * codes + latents + j]);
          g[r * codes + j] = gradient;
          g[r * codes + latents + j] = 0.5f * gradient * deviation * Gaussians.at(seed, place + j);
        }
      }
      codeGradient.write(row * codes, g, n * codes);
    }
  }

  @Override
  public boolean hasGaussianPosterior() {
    return true;
  }

  /** The means. */
  @Override
  public void inUse(Tensor code, Tensor latent, int rows, Scratch scratch) {
    int codes = code.columns();
    int latents = latent.columns();
    float[] c = scratch.floats(CODES, Tiles.capacity(codes));
    float[] z = scratch.floats(LATENTS, Tiles.capacity(codes));
    int tile = Tiles.rows(codes);
    for (int row = 0; row < rows; row += tile) {
      int n = Math.min(tile, rows - row);
      code.read(row * codes, c, n * codes);
      for (int r = 0; r < n; r++) {
        System.arraycopy(c, r * codes, z, r * latents, latents);
      }
      latent.write(row * latents, z, n * latents);
    }
  }
}
