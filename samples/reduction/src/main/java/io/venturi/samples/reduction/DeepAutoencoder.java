package io.venturi.samples.reduction;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.Mirrored;
import io.venturi.kernel.HeUniform;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.losses.MeanSquaredError;

/**
 * Images of 28 × 28 pixels through a linear code of 30 numbers: the widths of Hinton and
 * Salakhutdinov, Reducing the dimensionality of data with neural networks, Science 313, 2006, with
 * rectified units where they had logistic ones, which needs no pretraining.
 */
@Autoencoder(input = 784, decoder = @Mirrored(output = Sigmoid.class))
@MeanSquaredError
public interface DeepAutoencoder {
  @Encoder
  @Dense(units = 1000, activation = Relu.class, initializer = HeUniform.class)
  Layer first();

  @Encoder
  @Dense(units = 500, activation = Relu.class, initializer = HeUniform.class)
  Layer second();

  @Encoder
  @Dense(units = 250, activation = Relu.class, initializer = HeUniform.class)
  Layer third();

  @Bottleneck
  @Dense(units = 30)
  Layer code();
}
