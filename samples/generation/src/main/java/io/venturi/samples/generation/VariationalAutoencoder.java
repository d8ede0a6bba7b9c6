package io.venturi.samples.generation;

import io.venturi.annotation.Autoencoder;
import io.venturi.losses.BernoulliLikelihood;
import io.venturi.variational.Variational;

/** Codes are held near the standard normal distribution, which is what they are drawn from. */
@Variational
@BernoulliLikelihood
@Autoencoder(input = 784)
public interface VariationalAutoencoder extends Layers {}
