package io.venturi.samples.gallery;

import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.convolutional.Conv2D;
import io.venturi.convolutional.Conv2DTranspose;
import io.venturi.convolutional.Padding;
import io.venturi.convolutional.Reshape;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;

/**
 * Filters of 3 × 3 pixels that halve the image twice, 28 to 14 to 7 pixels a side, and transposed
 * ones that double it again. A kernel of 4 with a stride of 2 covers all pixels alike.
 */
public interface ConvolutionalLayers {
  @Encoder
  @Conv2D(filters = 16, kernel = 3, stride = 2, padding = Padding.SAME, activation = Relu.class)
  Layer half();

  @Encoder
  @Conv2D(filters = 32, kernel = 3, stride = 2, padding = Padding.SAME, activation = Relu.class)
  Layer quarter();

  @Bottleneck
  @Dense(units = 32)
  Layer code();

  @Decoder
  @Dense(units = 7 * 7 * 32, activation = Relu.class)
  Layer widen();

  @Decoder
  @Reshape(shape = {7, 7, 32})
  Layer images();

  @Decoder
  @Conv2DTranspose(
      filters = 16,
      kernel = 4,
      stride = 2,
      padding = Padding.SAME,
      activation = Relu.class)
  Layer twice();

  @Decoder
  @Conv2DTranspose(
      filters = 1,
      kernel = 4,
      stride = 2,
      padding = Padding.SAME,
      activation = Sigmoid.class)
  Layer pixels();
}
