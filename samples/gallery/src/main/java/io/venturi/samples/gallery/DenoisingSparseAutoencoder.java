package io.venturi.samples.gallery;

import io.venturi.annotation.Autoencoder;
import io.venturi.denoising.Denoising;
import io.venturi.losses.MeanSquaredError;
import io.venturi.noise.GaussianNoise;
import io.venturi.sparse.KullbackLeibler;
import io.venturi.sparse.Sparse;

/**
 * Types combine where they ask for different things: noise is put on what the encoder sees, the
 * penalty on the code that it makes.
 */
@Denoising
@GaussianNoise(standardDeviation = 0.3, min = 0, max = 1)
@Sparse(kl = @KullbackLeibler(target = 0.05, weight = 0.003))
@MeanSquaredError
@Autoencoder(input = 784)
public interface DenoisingSparseAutoencoder extends SparseLayers {}
