package io.venturi.losses;

import io.venturi.losses.GaussianLikelihood.Learned;
import io.venturi.spi.Loss;
import io.venturi.spi.LossFactory;
import io.venturi.spi.SpecContext;

/** Makes the loss of {@link GaussianLikelihood}. */
final class GaussianLikelihoodFactory implements LossFactory<GaussianLikelihood> {

  GaussianLikelihoodFactory() {}

  @Override
  public Loss create(GaussianLikelihood annotation, SpecContext context) {
    return annotation.learn() == Learned.NOTHING
        ? new GaussianLoss(annotation.variance())
        : new LearnedGaussianLoss(
            annotation.variance(), annotation.smallest(), annotation.learn() == Learned.EACH);
  }
}
