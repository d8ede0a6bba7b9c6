package io.venturi.losses;

import io.venturi.spi.Loss;
import io.venturi.spi.LossFactory;

/** Makes the loss of {@link BinaryCrossEntropy}. */
final class BinaryCrossEntropyFactory implements LossFactory<BinaryCrossEntropy> {

  BinaryCrossEntropyFactory() {}

  @Override
  public Loss create(BinaryCrossEntropy annotation) {
    return new BinaryCrossEntropyLoss();
  }
}
