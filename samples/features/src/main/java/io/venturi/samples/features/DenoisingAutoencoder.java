package io.venturi.samples.features;

import io.venturi.annotation.Autoencoder;
import io.venturi.denoising.Denoising;
import io.venturi.losses.MeanSquaredError;
import io.venturi.noise.Masking;

/**
 * Sees images of which half the pixels are masked, and reconstructs the whole ones (Vincent et al.,
 * 2008): to fill in what is missing, codes must say what belongs together.
 */
@Denoising
@Masking(fraction = 0.5)
@MeanSquaredError
@Autoencoder(input = 784)
public interface DenoisingAutoencoder extends ImageLayers {}
