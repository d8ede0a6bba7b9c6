package io.venturi.losses;

import io.venturi.spi.Loss;
import io.venturi.spi.LossFactory;
import io.venturi.spi.SpecContext;

/** Makes the loss of {@link Huber}. */
final class HuberFactory implements LossFactory<Huber> {

  HuberFactory() {}

  @Override
  public Loss create(Huber annotation, SpecContext context) {
    return new HuberLoss((float) annotation.delta());
  }
}
