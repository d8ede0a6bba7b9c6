package io.venturi.samples.gallery;

import io.venturi.annotation.Autoencoder;
import io.venturi.contractive.Contractive;
import io.venturi.losses.MeanSquaredError;

/**
 * Codes shall change little where pixels do: the squared norm of the encoder's Jacobian is
 * penalised, and only what reconstruction needs withstands it.
 */
@Contractive(weight = 1e-4)
@MeanSquaredError
@Autoencoder(input = 784)
public interface ContractiveAutoencoder extends DenseLayers {}
