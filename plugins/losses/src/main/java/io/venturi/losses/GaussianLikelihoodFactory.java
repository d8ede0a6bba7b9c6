package io.venturi.losses;

import io.venturi.error.Message;
import io.venturi.error.SpecException;
import io.venturi.losses.GaussianLikelihood.Learned;
import io.venturi.spi.Loss;
import io.venturi.spi.LossFactory;
import io.venturi.spi.SpecContext;

/** Makes the loss of {@link GaussianLikelihood}. */
final class GaussianLikelihoodFactory implements LossFactory<GaussianLikelihood> {

  GaussianLikelihoodFactory() {}

  /**
   * @throws SpecException if learned variances are to start where they cannot be
   */
  @Override
  public Loss create(GaussianLikelihood annotation, SpecContext context) {
    if (annotation.learn() == Learned.NOTHING) {
      return new GaussianLoss(annotation.variance());
    }
    if (annotation.variance() <= annotation.smallest()) {
      throw new SpecException(
          Message.LOSS_UNFIT,
          context.network().simpleName(),
          "GaussianLikelihood",
          "learns variances above its smallest, " + annotation.smallest(),
          "it is to start at variance = " + annotation.variance(),
          "set a larger variance, or a smaller smallest");
    }
    return new LearnedGaussianLoss(
        annotation.variance(), annotation.smallest(), annotation.learn() == Learned.EACH);
  }
}
