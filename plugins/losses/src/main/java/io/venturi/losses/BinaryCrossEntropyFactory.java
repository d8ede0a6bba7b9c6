package io.venturi.losses;

import io.venturi.spi.Loss;
import io.venturi.spi.LossFactory;
import io.venturi.spi.SpecContext;

/** Makes the loss of {@link BinaryCrossEntropy}. */
final class BinaryCrossEntropyFactory implements LossFactory<BinaryCrossEntropy> {

  BinaryCrossEntropyFactory() {}

  @Override
  public Loss create(BinaryCrossEntropy annotation, SpecContext context) {
    return new BinaryCrossEntropyLoss(false);
  }
}
