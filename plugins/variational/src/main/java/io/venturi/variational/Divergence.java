package io.venturi.variational;

import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.BatchContext;
import io.venturi.spi.CodePenalty;
import io.venturi.spi.Scratch;
import java.util.Arrays;

/**
 * The divergence of q(z|x) from the standard normal prior, with its factor, free bits and capacity.
 */
final class Divergence implements CodePenalty {

  /** The figure without any factor. */
  static final String KL = "kl";

  // Slots of scratch.
  private static final int CODES = 0;
  private static final int GRADIENTS = 1;
  private static final int UNITS = 0;

  private final Schedule schedule;
  private final double freeBits;

  Divergence(Schedule schedule, double freeBits) {
    this.schedule = schedule;
    this.freeBits = freeBits;
  }

  @Override
  public String name() {
    return "weightedKl";
  }

  @Override
  public double penalise(Tensor code, Tensor gradient, int rows, BatchContext step) {
    int latents = code.columns() / 2;
    Scratch scratch = step.scratch();
    double[] units = scratch.doubles(UNITS, latents);
    means(code, rows, latents, scratch);
    double whole = 0;
    double charged = 0;
    for (int j = 0; j < latents; j++) {
      whole += units[j];
      charged += Math.max(freeBits, units[j]);
    }
    step.report(KL, whole);
    double factor = schedule.factor(step);
    double excess = schedule.hasCapacity() ? charged - schedule.capacity(step) : charged;
    double slope = schedule.hasCapacity() ? factor * Math.signum(excess) : factor;
    for (int j = 0; j < latents; j++) { // From here on, what a unit's divergence is multiplied by.
      units[j] = freeBits > 0 && units[j] <= freeBits ? 0 : slope / rows;
    }
    addGradient(code, gradient, rows, latents, scratch);
    return factor * Math.abs(excess);
  }

  /** Each unit's divergence, a mean over the rows. */
  private static void means(Tensor code, int rows, int latents, Scratch scratch) {
    int codes = 2 * latents;
    float[] c = scratch.floats(CODES, Tiles.capacity(codes));
    double[] sums = scratch.doubles(UNITS, latents);
    Arrays.fill(sums, 0, latents, 0);
    int tile = Tiles.rows(codes);
    for (int row = 0; row < rows; row += tile) {
      int n = Math.min(tile, rows - row);
      code.read(row * codes, c, n * codes);
      for (int at = 0; at < n * codes; at += codes) {
        for (int j = 0; j < latents; j++) {
          float mean = c[at + j];
          float logVariance = c[at + latents + j];
          sums[j] += mean * mean + Exponential.of(logVariance) - 1f - logVariance;
        }
      }
    }
    for (int j = 0; j < latents; j++) {
      sums[j] *= 0.5 / rows;
    }
  }

  /** {@code ∂KL/∂μ = μ}, {@code ∂KL/∂s = ½ (exp(s) − 1)}, times the unit's factor. */
  private static void addGradient(
      Tensor code, Tensor gradient, int rows, int latents, Scratch scratch) {
    int codes = 2 * latents;
    float[] c = scratch.floats(CODES, Tiles.capacity(codes));
    float[] g = scratch.floats(GRADIENTS, Tiles.capacity(codes));
    double[] factors = scratch.doubles(UNITS, latents);
    int tile = Tiles.rows(codes);
    for (int row = 0; row < rows; row += tile) {
      int n = Math.min(tile, rows - row);
      code.read(row * codes, c, n * codes);
      gradient.read(row * codes, g, n * codes);
      for (int at = 0; at < n * codes; at += codes) {
        for (int j = 0; j < latents; j++) {
          float factor = (float) factors[j];
          g[at + j] += factor * c[at + j];
          g[at + latents + j] += factor * 0.5f * (Exponential.of(c[at + latents + j]) - 1f);
        }
      }
      gradient.write(row * codes, g, n * codes);
    }
  }
}
