package io.venturi.samples.gallery;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Vanilla;
import io.venturi.losses.MeanSquaredError;

/**
 * Reconstructs what it sees; all that keeps it from copying is that 32 numbers are fewer than 784.
 * The other types are measured against it.
 */
@Vanilla
@MeanSquaredError
@Autoencoder(input = 784)
public interface VanillaAutoencoder extends DenseLayers {}
