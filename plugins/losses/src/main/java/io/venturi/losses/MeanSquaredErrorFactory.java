package io.venturi.losses;

import io.venturi.spi.Loss;
import io.venturi.spi.LossFactory;
import io.venturi.spi.SpecContext;

/** Makes the loss of {@link MeanSquaredError}. */
final class MeanSquaredErrorFactory implements LossFactory<MeanSquaredError> {

  MeanSquaredErrorFactory() {}

  @Override
  public Loss create(MeanSquaredError annotation, SpecContext context) {
    return new MeanSquaredErrorLoss();
  }
}
