package io.venturi.samples.features;

import io.venturi.annotation.Autoencoder;
import io.venturi.denoising.Denoising;
import io.venturi.losses.MeanSquaredError;
import io.venturi.noise.GaussianNoise;

/** Sees images with noise, reconstructs the clean ones. */
@Denoising
@GaussianNoise(standardDeviation = 0.3, min = 0, max = 1)
@MeanSquaredError
@Autoencoder(input = 784)
public interface DenoisingAutoencoder extends ImageLayers {}
