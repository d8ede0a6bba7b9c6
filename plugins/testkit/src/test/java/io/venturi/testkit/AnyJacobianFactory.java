package io.venturi.testkit;

import io.venturi.kernel.Seeds;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.AutoencoderTypeFactory;
import io.venturi.spi.JacobianPenalty;
import io.venturi.spi.SpecContext;
import io.venturi.spi.StepContext;
import java.util.Optional;

/** Makes the type of {@link AnyJacobian}. */
final class AnyJacobianFactory implements AutoencoderTypeFactory<AnyJacobian> {

  AnyJacobianFactory() {}

  @Override
  public AutoencoderType create(AnyJacobian annotation, SpecContext context) {
    return new SquaredNorm(annotation.value(), annotation.weight());
  }

  private record SquaredNorm(JacobianFault fault, double weight)
      implements AutoencoderType, JacobianPenalty {

    /** Directions of an estimate. */
    private static final int PROBES = 2;

    private boolean estimates() {
      return fault.name().startsWith("ESTIMATE");
    }

    @Override
    public Optional<JacobianPenalty> jacobianPenalty() {
      return Optional.of(this);
    }

    @Override
    public String name() {
      return "contraction";
    }

    @Override
    public int directions(int codes) {
      return estimates() ? PROBES : codes;
    }

    @Override
    public void direction(
        float[] v, int rows, int codes, int firstRow, int number, StepContext step) {
      int first = fault == JacobianFault.ESTIMATE_BY_SHARD ? 0 : firstRow;
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < codes; c++) {
          v[r * codes + c] =
              estimates() ? sign(step.seed(), number, first + r, c) : c == number ? 1 : 0;
        }
      }
    }

    @Override
    public double penalise(
        float[] products, int rows, int inputs, int codes, float scale, StepContext step) {
      double mean = fault == JacobianFault.ESTIMATE ? 1.0 / PROBES : 1;
      double half = fault == JacobianFault.HALF_GRADIENT ? 0.5 : 1;
      double sum = 0;
      for (int i = 0; i < rows * inputs; i++) {
        sum += (double) products[i] * products[i];
        products[i] *= (float) (2 * half * mean * weight * scale);
      }
      return mean * weight * sum;
    }
  }

  /** What an estimate draws for a code of a row. */
  static int sign(long seed, int number, int row, int code) {
    return Seeds.draw(Seeds.of(seed, number), Seeds.of(row, code)) < 0 ? -1 : 1;
  }

  /** What an estimate is. */
  static double estimate(double[][] jacobian, long seed, int row) {
    double sum = 0;
    for (int number = 0; number < 2; number++) {
      for (int i = 0; i < jacobian[0].length; i++) {
        double product = 0;
        for (int c = 0; c < jacobian.length; c++) {
          product += sign(seed, number, row, c) * jacobian[c][i];
        }
        sum += product * product / 2;
      }
    }
    return sum;
  }
}
