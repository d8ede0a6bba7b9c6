package io.venturi.losses;

import io.venturi.spi.Loss;
import io.venturi.spi.LossFactory;
import io.venturi.spi.SpecContext;

/** Makes the loss of {@link MeanAbsoluteError}. */
final class MeanAbsoluteErrorFactory implements LossFactory<MeanAbsoluteError> {

  MeanAbsoluteErrorFactory() {}

  @Override
  public Loss create(MeanAbsoluteError annotation, SpecContext context) {
    return new MeanAbsoluteErrorLoss();
  }
}
