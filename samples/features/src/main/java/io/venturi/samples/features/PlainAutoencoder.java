package io.venturi.samples.features;

import io.venturi.annotation.Autoencoder;
import io.venturi.losses.MeanSquaredError;

/** Learns to reconstruct, and nothing else. */
@MeanSquaredError
@Autoencoder(input = 784)
public interface PlainAutoencoder extends ImageLayers {}
