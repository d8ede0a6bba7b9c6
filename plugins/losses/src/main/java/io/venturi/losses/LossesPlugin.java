package io.venturi.losses;

import com.google.auto.service.AutoService;
import io.venturi.spi.PluginBinder;
import io.venturi.spi.VenturiPlugin;

/** Contributes the losses of this package. */
@AutoService(VenturiPlugin.class)
public final class LossesPlugin implements VenturiPlugin {

  @Override
  public int apiVersion() {
    return API_VERSION;
  }

  @Override
  public void contribute(PluginBinder binder) {
    binder.loss(MeanSquaredError.class, MeanSquaredErrorFactory.class);
    binder.loss(BinaryCrossEntropy.class, BinaryCrossEntropyFactory.class);
    binder.loss(BernoulliLikelihood.class, BernoulliLikelihoodFactory.class);
    binder.loss(GaussianLikelihood.class, GaussianLikelihoodFactory.class);
    binder.loss(MeanAbsoluteError.class, MeanAbsoluteErrorFactory.class);
    binder.loss(Huber.class, HuberFactory.class);
    binder.loss(LogCosh.class, LogCoshFactory.class);
    binder.loss(CategoricalCrossEntropy.class, CategoricalCrossEntropyFactory.class);
    binder.loss(Poisson.class, PoissonFactory.class);
    binder.loss(CosineDistance.class, CosineDistanceFactory.class);
    binder.loss(StructuralSimilarity.class, StructuralSimilarityFactory.class);
  }
}
