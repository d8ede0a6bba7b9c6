package io.venturi.contractive;

import io.venturi.kernel.Seeds;
import io.venturi.spi.JacobianPenalty;
import io.venturi.spi.StepContext;
import java.util.Arrays;

/**
 * {@code weight · ‖J‖²}, as a sum over the unit vectors of the code or as Hutchinson's estimate.
 *
 * @param probes as {@link Contractive#probes} has it
 */
record SquaredNorm(double weight, int probes) implements JacobianPenalty {

  /** Up to so many numbers of a code, the norm itself is the default. */
  private static final int SMALL_CODE = 16;

  @Override
  public String name() {
    return "contractive";
  }

  @Override
  public int directions(int codes) {
    return isExact(codes) ? codes : Math.max(1, probes);
  }

  private boolean isExact(int codes) {
    return probes == Contractive.EXACT
        || probes >= codes
        || (probes == Contractive.AUTO && codes <= SMALL_CODE);
  }

  @Override
  public void direction(
      float[] v, int rows, int codes, int firstRow, int number, StepContext step) {
    if (isExact(codes)) {
      Arrays.fill(v, 0, rows * codes, 0f);
      for (int r = 0; r < rows; r++) {
        v[r * codes + number] = 1;
      }
      return;
    }
    long seed = Seeds.of(step.seed(), number);
    long place = (long) firstRow * codes;
    for (int i = 0; i < rows * codes; i++) {
      v[i] = Seeds.draw(seed, place + i) < 0 ? -1 : 1;
    }
  }

  @Override
  public double penalise(
      float[] products, int rows, int inputs, int codes, float scale, StepContext step) {
    double factor = isExact(codes) ? weight : weight / directions(codes);
    double sum = 0;
    for (int r = 0; r < rows; r++) {
      sum += squaredNorm(products, r * inputs, inputs);
    }
    float slope = (float) (2 * factor * scale);
    int n = rows * inputs;
    for (int i = 0; i < n; i++) {
      products[i] *= slope;
    }
    return factor * sum;
  }

  /** Four running sums: float addition in strict order would wait for each. */
  private static float squaredNorm(float[] values, int from, int n) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = from;
    int end = from + n;
    for (; i + 3 < end; i += 4) {
      s0 += values[i] * values[i];
      s1 += values[i + 1] * values[i + 1];
      s2 += values[i + 2] * values[i + 2];
      s3 += values[i + 3] * values[i + 3];
    }
    for (; i < end; i++) {
      s0 += values[i] * values[i];
    }
    return s0 + s1 + (s2 + s3);
  }
}
