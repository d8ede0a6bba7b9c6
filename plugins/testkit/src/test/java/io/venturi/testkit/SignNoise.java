package io.venturi.testkit;

import io.venturi.kernel.Seeds;
import io.venturi.spi.Corruption;
import io.venturi.spi.StepContext;

/** Adds 0.1 or takes it away. */
final class SignNoise implements Corruption {

  private final TypeFault fault;

  /** What a stateless corruption must not have. */
  private long drawn;

  SignNoise(TypeFault fault) {
    this.fault = fault;
  }

  @Override
  public void corrupt(float[] values, int rows, int width, int firstRow, StepContext step) {
    long first = fault == TypeFault.NOISE_BY_SHARD ? 0 : (long) firstRow * width;
    if (fault == TypeFault.NOISE_KEPT) {
      first = drawn;
      drawn += (long) rows * width;
    }
    long seed = fault == TypeFault.NOISE_OF_A_FIXED_SEED ? 42 : step.seed();
    float most = fault == TypeFault.NOISE_OF_NOTHING ? 0 : 0.1f;
    for (int i = 0; i < rows * width; i++) {
      long place = fault == TypeFault.NOISE_BY_COLUMN ? i % width : first + i;
      values[i] += Seeds.draw(seed, place) < 0 ? -most : most;
    }
  }
}
