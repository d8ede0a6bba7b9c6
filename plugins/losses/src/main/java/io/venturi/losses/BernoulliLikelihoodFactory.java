package io.venturi.losses;

import io.venturi.spi.Loss;
import io.venturi.spi.LossFactory;
import io.venturi.spi.SpecContext;

/** Makes the loss of {@link BernoulliLikelihood}. */
final class BernoulliLikelihoodFactory implements LossFactory<BernoulliLikelihood> {

  BernoulliLikelihoodFactory() {}

  @Override
  public Loss create(BernoulliLikelihood annotation, SpecContext context) {
    return new BinaryCrossEntropyLoss(true);
  }
}
