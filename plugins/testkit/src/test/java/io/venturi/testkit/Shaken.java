package io.venturi.testkit;

import io.venturi.kernel.Seeds;
import io.venturi.kernel.Tensor;
import io.venturi.spi.BatchContext;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.Scratch;

/** Multiplies every code by 0.9 or 1.1 in training, by 1 in use. */
final class Shaken implements CodeTransform {

  private final TypeFault fault;
  private long uses;

  Shaken(TypeFault fault) {
    this.fault = fault;
  }

  /** The factor at a place. */
  static float factor(long seed, long place) {
    return Seeds.draw(seed, place) < 0 ? 0.9f : 1.1f;
  }

  private static void multiply(
      Tensor from, Tensor to, int rows, long seed, int n, Scratch scratch) {
    float[] value = scratch.floats(0, 1);
    for (int i = 0; i < rows * n; i++) {
      from.read(i, value, 1);
      value[0] *= factor(seed, i);
      to.write(i, value, 1);
    }
  }

  @Override
  public void forward(Tensor code, Tensor latent, int rows, BatchContext step) {
    multiply(code, latent, rows, step.seed(), code.columns(), step.scratch());
    if (fault == TypeFault.TRANSFORM_INFINITE) {
      latent.write(0, new float[] {1 / latent.toRows()[0][0]}, 1);
    }
  }

  @Override
  public void backward(
      Tensor code, Tensor latentGradient, Tensor codeGradient, int rows, BatchContext step) {
    if (fault == TypeFault.TRANSFORM_BACKWARD) {
      codeGradient.copyFrom(latentGradient, rows * code.columns());
    } else {
      multiply(latentGradient, codeGradient, rows, step.seed(), code.columns(), step.scratch());
    }
  }

  @Override
  public void inUse(Tensor code, Tensor latent, int rows, Scratch scratch) {
    switch (fault) {
      case TRANSFORM_DRAWS_IN_USE -> {
        uses++;
        multiply(code, latent, rows, uses, code.columns(), scratch);
      }
      case TRANSFORM_ZERO_IN_USE -> latent.clear();
      case TRANSFORM_SHAKES_IN_USE -> multiply(code, latent, rows, 1, code.columns(), scratch);
      default -> latent.copyFrom(code, rows * code.columns());
    }
  }
}
