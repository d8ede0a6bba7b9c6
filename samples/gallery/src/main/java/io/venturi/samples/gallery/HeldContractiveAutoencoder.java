package io.venturi.samples.gallery;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.DecoderNorm;
import io.venturi.contractive.Contractive;
import io.venturi.losses.MeanSquaredError;

/** The contractive one, whose decoder cannot make up for codes that shrink. */
@DecoderNorm(max = 2)
@Contractive(weight = 1e-4)
@MeanSquaredError
@Autoencoder(input = 784)
public interface HeldContractiveAutoencoder extends DenseLayers {}
