package io.venturi.benchmarks;

import io.venturi.annotation.Autoencoder;
import io.venturi.denoising.Denoising;
import io.venturi.losses.MeanSquaredError;
import io.venturi.noise.GaussianNoise;

/** The spec of the quickstart, trained to take noise away. */
@Denoising
@GaussianNoise(standardDeviation = 0.3, min = 0, max = 1)
@Autoencoder(input = 784)
@MeanSquaredError
public interface FashionDenoiser extends FashionAutoencoder {}
