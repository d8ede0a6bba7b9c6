package io.venturi.samples.gallery;

import io.venturi.annotation.Autoencoder;
import io.venturi.denoising.Denoising;
import io.venturi.losses.BernoulliLikelihood;
import io.venturi.noise.GaussianNoise;
import io.venturi.variational.Variational;

/**
 * Noise on what the encoder sees, a distribution for a code (Im et al., 2017): what it draws from
 * the prior are clean images.
 */
@Denoising
@GaussianNoise(standardDeviation = 0.3, min = 0, max = 1)
@Variational
@BernoulliLikelihood
@Autoencoder(input = 784)
public interface DenoisingVariationalAutoencoder extends VariationalLayers {}
