package io.venturi.samples.gallery;

import io.venturi.annotation.Autoencoder;
import io.venturi.denoising.Denoising;
import io.venturi.losses.BernoulliLikelihood;
import io.venturi.noise.GaussianNoise;
import io.venturi.variational.Variational;

/**
 * Types combine where they ask for different things: noise is put on what the encoder sees, the
 * divergence on the code that it makes (Im et al., 2017).
 */
@Denoising
@GaussianNoise(standardDeviation = 0.3, min = 0, max = 1)
@Variational
@BernoulliLikelihood
@Autoencoder(input = 784)
public interface DenoisingVariationalAutoencoder extends VariationalLayers {}
