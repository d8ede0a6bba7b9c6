package io.venturi.losses;

import io.venturi.spi.Loss;
import io.venturi.spi.LossFactory;
import io.venturi.spi.SpecContext;

/** Makes the loss of {@link CosineDistance}. */
final class CosineDistanceFactory implements LossFactory<CosineDistance> {

  CosineDistanceFactory() {}

  @Override
  public Loss create(CosineDistance annotation, SpecContext context) {
    return new CosineDistanceLoss();
  }
}
