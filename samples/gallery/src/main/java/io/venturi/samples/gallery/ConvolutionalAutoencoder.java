package io.venturi.samples.gallery;

import io.venturi.annotation.Autoencoder;
import io.venturi.losses.MeanSquaredError;

/**
 * Layers for images instead of dense ones: the same small filters everywhere, far fewer weights. It
 * is a plain autoencoder; the layers make the difference.
 */
@MeanSquaredError
@Autoencoder(input = {28, 28, 1})
public interface ConvolutionalAutoencoder extends ConvolutionalLayers {}
