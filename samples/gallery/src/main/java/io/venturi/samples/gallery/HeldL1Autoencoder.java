package io.venturi.samples.gallery;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.DecoderNorm;
import io.venturi.losses.MeanSquaredError;
import io.venturi.sparse.L1;
import io.venturi.sparse.Sparse;

/** Large codes cost, and small ones do not say much: what is left is to have few. */
@DecoderNorm(max = 2)
@Sparse(l1 = @L1(weight = 3e-4))
@MeanSquaredError
@Autoencoder(input = 784)
public interface HeldL1Autoencoder extends WideReluLayers {}
