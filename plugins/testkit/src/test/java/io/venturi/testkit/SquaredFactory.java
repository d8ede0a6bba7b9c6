package io.venturi.testkit;

import io.venturi.spi.Loss;
import io.venturi.spi.LossFactory;
import io.venturi.spi.SpecContext;

final class SquaredFactory implements LossFactory<Squared> {

  SquaredFactory() {}

  @Override
  public Loss create(Squared annotation, SpecContext context) {
    return new Summed();
  }
}
