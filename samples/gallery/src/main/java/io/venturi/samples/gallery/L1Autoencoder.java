package io.venturi.samples.gallery;

import io.venturi.annotation.Autoencoder;
import io.venturi.losses.MeanSquaredError;
import io.venturi.sparse.L1;
import io.venturi.sparse.Sparse;

/** Large codes cost; nothing keeps them from being small and the decoder's weights large. */
@Sparse(l1 = @L1(weight = 3e-4))
@MeanSquaredError
@Autoencoder(input = 784)
public interface L1Autoencoder extends WideReluLayers {}
