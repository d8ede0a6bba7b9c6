package io.venturi.testing;

import io.venturi.kernel.Seeds;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.JacobianPenalty;
import io.venturi.spi.StepContext;
import java.util.Arrays;
import java.util.Optional;

/**
 * The squared Frobenius norm of the encoder's Jacobian, one direction a code number; or an estimate
 * by random signs.
 *
 * @param samples how many random directions; 0 for the norm itself
 */
public record SquaredJacobian(double weight, int samples)
    implements AutoencoderType, JacobianPenalty {

  @Override
  public Optional<JacobianPenalty> jacobianPenalty() {
    return Optional.of(this);
  }

  @Override
  public String name() {
    return "squared Jacobian";
  }

  @Override
  public int directions(int codes) {
    return samples == 0 ? codes : samples;
  }

  @Override
  public void direction(
      float[] v, int rows, int codes, int firstRow, int number, StepContext step) {
    Arrays.fill(v, 0, rows * codes, 0f);
    for (int r = 0; r < rows; r++) {
      for (int i = 0; i < codes; i++) {
        v[r * codes + i] = direction(codes, firstRow + r, i, number, step.seed());
      }
    }
  }

  /** One value of a direction. */
  public float direction(int codes, int row, int i, int number, long seed) {
    if (samples == 0) {
      return i == number ? 1 : 0;
    }
    long place = ((long) row * samples + number) * codes + i;
    return Seeds.draw(seed, place) < 0 ? -1 : 1;
  }

  @Override
  public double penalise(
      float[] products, int rows, int inputs, int codes, float scale, StepContext step) {
    double factor = samples == 0 ? weight : weight / samples;
    double sum = 0;
    for (int i = 0; i < rows * inputs; i++) {
      sum += (double) products[i] * products[i];
      products[i] *= (float) (2 * factor * scale);
    }
    return factor * sum;
  }
}
