package io.venturi.samples.anomaly;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.Overcomplete;
import io.venturi.denoising.Denoising;
import io.venturi.kernel.Relu;
import io.venturi.losses.MeanSquaredError;
import io.venturi.noise.GaussianNoise;

/**
 * Tables of any width. It learns to undo noise of half a standard deviation of each feature, and so
 * where normal rows lie, not only to let them through: that matters where a table is too narrow for
 * a bottleneck to hold much back. Of more than 512 columns half is more than the layer before has,
 * hence {@code @Overcomplete}.
 */
@Autoencoder(input = Autoencoder.FROM_DATA)
@Denoising
@GaussianNoise(standardDeviation = 0.5)
@MeanSquaredError
@Overcomplete
public interface TableAutoencoder {

  @Encoder
  @Dense(units = 256, activation = Relu.class)
  Layer wide();

  @Bottleneck
  @Dense(share = 0.5)
  Layer code();

  @Decoder
  @Dense(units = 256, activation = Relu.class)
  Layer widen();

  @Decoder
  @Dense
  Layer values();
}
