package io.venturi.samples.gallery;

import io.venturi.annotation.Autoencoder;
import io.venturi.losses.BernoulliLikelihood;
import io.venturi.variational.Variational;

/**
 * The code is a distribution, held near the standard normal one: codes drawn from that decode to
 * images. Its loss has to be a likelihood, so that it can be weighed against the divergence.
 */
@Variational
@BernoulliLikelihood
@Autoencoder(input = 784)
public interface VariationalAutoencoder extends VariationalLayers {}
