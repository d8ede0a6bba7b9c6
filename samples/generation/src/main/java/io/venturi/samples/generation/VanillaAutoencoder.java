package io.venturi.samples.generation;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Vanilla;
import io.venturi.losses.MeanSquaredError;

/** Codes lie where they lie; a mixture that is fitted to them afterwards is what is drawn from. */
@Vanilla
@MeanSquaredError
@Autoencoder(input = 784)
public interface VanillaAutoencoder extends Layers {}
