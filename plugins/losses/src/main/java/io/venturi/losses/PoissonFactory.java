package io.venturi.losses;

import io.venturi.spi.Loss;
import io.venturi.spi.LossFactory;
import io.venturi.spi.SpecContext;

/** Makes the loss of {@link Poisson}. */
final class PoissonFactory implements LossFactory<Poisson> {

  PoissonFactory() {}

  @Override
  public Loss create(Poisson annotation, SpecContext context) {
    return new PoissonLoss();
  }
}
