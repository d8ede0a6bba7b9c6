package io.venturi.samples.gallery;

import io.venturi.annotation.Autoencoder;
import io.venturi.losses.MeanSquaredError;
import io.venturi.sparse.KullbackLeibler;
import io.venturi.sparse.Sparse;

/**
 * Each unit of the code is to be active at 0.05 in the mean over a batch, so each stands for
 * something that few images have.
 */
@Sparse(kl = @KullbackLeibler(target = 0.05, weight = 0.003))
@MeanSquaredError
@Autoencoder(input = 784)
public interface SparseAutoencoder extends SparseLayers {}
