package io.venturi.testkit;

import io.venturi.spi.AutoencoderType;
import io.venturi.spi.AutoencoderTypeFactory;
import io.venturi.spi.JacobianPenalty;
import io.venturi.spi.SpecContext;
import io.venturi.spi.StepContext;
import java.util.Arrays;
import java.util.Optional;

/** Makes the type of {@link AnyJacobian}. */
final class AnyJacobianFactory implements AutoencoderTypeFactory<AnyJacobian> {

  AnyJacobianFactory() {}

  @Override
  public AutoencoderType create(AnyJacobian annotation, SpecContext context) {
    return new SquaredNorm(annotation.weight());
  }

  private record SquaredNorm(double weight) implements AutoencoderType, JacobianPenalty {

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
      return codes;
    }

    @Override
    public void direction(
        float[] v, int rows, int codes, int firstRow, int number, StepContext step) {
      Arrays.fill(v, 0, rows * codes, 0f);
      for (int r = 0; r < rows; r++) {
        v[r * codes + number] = 1;
      }
    }

    @Override
    public double penalise(float[] products, int rows, int inputs, int codes, float scale) {
      double sum = 0;
      for (int i = 0; i < rows * inputs; i++) {
        sum += (double) products[i] * products[i];
        products[i] *= (float) (2 * weight * scale);
      }
      return weight * sum;
    }
  }
}
