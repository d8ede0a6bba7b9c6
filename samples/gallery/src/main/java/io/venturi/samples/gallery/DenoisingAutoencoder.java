package io.venturi.samples.gallery;

import io.venturi.annotation.Autoencoder;
import io.venturi.denoising.Denoising;
import io.venturi.losses.MeanSquaredError;
import io.venturi.noise.GaussianNoise;

/**
 * Sees images with noise and reconstructs the clean ones, so it has to learn what images look like.
 * Clipping keeps what it sees within [0, 1], as pixels are.
 */
@Denoising
@GaussianNoise(standardDeviation = 0.3, min = 0, max = 1)
@MeanSquaredError
@Autoencoder(input = 784)
public interface DenoisingAutoencoder extends DenseLayers {}
