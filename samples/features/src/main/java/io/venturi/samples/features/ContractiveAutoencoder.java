package io.venturi.samples.features;

import io.venturi.annotation.Autoencoder;
import io.venturi.contractive.Contractive;
import io.venturi.losses.MeanSquaredError;

/** Codes shall change little where pixels do. */
@Contractive(weight = 1e-4)
@MeanSquaredError
@Autoencoder(input = 784)
public interface ContractiveAutoencoder extends ImageLayers {}
