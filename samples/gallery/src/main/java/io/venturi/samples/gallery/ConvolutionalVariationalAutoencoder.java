package io.venturi.samples.gallery;

import io.venturi.annotation.Autoencoder;
import io.venturi.losses.BernoulliLikelihood;
import io.venturi.variational.Variational;

/**
 * Types do not ask what layers the code comes from: the convolutional layers, and a code that is a
 * distribution.
 */
@Variational
@BernoulliLikelihood
@Autoencoder(input = {28, 28, 1})
public interface ConvolutionalVariationalAutoencoder extends ConvolutionalLayers {}
