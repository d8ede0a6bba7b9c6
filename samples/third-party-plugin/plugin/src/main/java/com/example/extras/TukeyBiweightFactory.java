package com.example.extras;

import io.venturi.spi.Loss;
import io.venturi.spi.LossFactory;
import io.venturi.spi.SpecContext;

/** Makes the loss of {@link TukeyBiweight}. */
final class TukeyBiweightFactory implements LossFactory<TukeyBiweight> {

  TukeyBiweightFactory() {}

  @Override
  public Loss create(TukeyBiweight annotation, SpecContext context) {
    return new TukeyBiweightLoss((float) annotation.threshold());
  }
}
