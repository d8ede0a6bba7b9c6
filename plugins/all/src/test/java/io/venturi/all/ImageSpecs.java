package io.venturi.all;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.LayerNormalization;
import io.venturi.annotation.Mirrored;
import io.venturi.convolutional.AveragePool2D;
import io.venturi.convolutional.Conv2D;
import io.venturi.convolutional.Conv2DTranspose;
import io.venturi.convolutional.Flatten;
import io.venturi.convolutional.MaxPool2D;
import io.venturi.convolutional.Padding;
import io.venturi.convolutional.Reshape;
import io.venturi.convolutional.UpSampling2D;
import io.venturi.kernel.Gelu;
import io.venturi.kernel.HeUniform;
import io.venturi.kernel.Orthogonal;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Softmax;
import io.venturi.kernel.Swish;
import io.venturi.kernel.Tanh;
import io.venturi.losses.MeanSquaredError;

/** Small specs of images, none of them square, of several channels. */
final class ImageSpecs {

  private ImageSpecs() {}

  /** Every way to pad; a stride, a dilation and a kernel for each side; a softmax of rows. */
  @Autoencoder(input = {7, 5, 2})
  @MeanSquaredError
  interface WrittenOut {
    @Encoder
    @Conv2D(
        filters = 3,
        kernel = {3, 2},
        stride = {2, 1},
        padding = Padding.SAME,
        activation = Tanh.class)
    Layer same();

    @Encoder
    @Conv2D(
        filters = 2,
        kernel = 2,
        dilation = {1, 3},
        pad = {1, 0, 2, 1},
        activation = Gelu.class,
        initializer = Orthogonal.class)
    Layer dilated();

    @Bottleneck
    @Conv2D(filters = 1, kernel = 2, activation = Softmax.class)
    Layer codes();

    @Decoder
    @Dense(units = 24, activation = Sigmoid.class)
    Layer widen();

    @Decoder
    @Reshape(shape = {2, 3, 4})
    Layer images();

    @Decoder
    @Conv2DTranspose(
        filters = 3,
        kernel = {3, 2},
        stride = {2, 3},
        pad = 1,
        outputSize = {4, 7},
        activation = Swish.class)
    Layer padded();

    @Decoder
    @Conv2D(
        filters = 2,
        kernel = {1, 3},
        activation = Softmax.class,
        initializer = HeUniform.class)
    Layer narrow();

    @Decoder
    @Conv2DTranspose(
        filters = 2,
        kernel = {2, 3},
        dilation = {3, 1},
        pad = {0, 1},
        activation = Sigmoid.class)
    Layer pixels();
  }

  /** Odd sizes, which a transposed convolution has to make again. */
  @Autoencoder(
      input = {9, 7, 1},
      decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  interface MirroredConvolutions {
    @Encoder
    @Conv2D(filters = 3, kernel = 3, stride = 2, padding = Padding.SAME, activation = Tanh.class)
    Layer first();

    @Encoder
    @LayerNormalization
    Layer normed();

    @Encoder
    @Conv2D(filters = 4, kernel = 3, stride = 2, padding = Padding.SAME, activation = Swish.class)
    Layer second();

    @Encoder
    @Flatten
    Layer flat();

    @Bottleneck
    @Dense(units = 3)
    Layer codes();
  }

  /** The same weights in both directions; a window that leaves pixels over. */
  @Autoencoder(
      input = {8, 6, 2},
      decoder = @Mirrored(output = Sigmoid.class, tied = true))
  @MeanSquaredError
  interface TiedConvolutions {
    @Encoder
    @Conv2D(filters = 3, kernel = 3, stride = 2, activation = Tanh.class)
    Layer first();

    @Encoder
    @Conv2DTranspose(filters = 2, kernel = 2, stride = 2, activation = Sigmoid.class)
    Layer back();

    @Bottleneck
    @Dense(units = 4, activation = Tanh.class)
    Layer codes();
  }

  /** Windows that overlap, that reach over the edges, and that leave pixels over. */
  @Autoencoder(
      input = {7, 6, 2},
      decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  interface Pooling {
    @Encoder
    @UpSampling2D(
        size = {1, 2},
        activation = Tanh.class)
    Layer up();

    @Encoder
    @MaxPool2D(size = 3, stride = 2, padding = Padding.SAME, activation = Gelu.class)
    Layer largest();

    @Encoder
    @AveragePool2D(
        size = {2, 3},
        pad = 1)
    Layer means();

    @Encoder
    @Conv2D(filters = 3, kernel = 1, activation = Tanh.class)
    Layer mix();

    @Encoder
    @Reshape(shape = 18, activation = Sigmoid.class)
    Layer row();

    @Bottleneck
    @Dense(units = 4, activation = Tanh.class)
    Layer codes();
  }

  /** Enough operations for several shards, with few parameters. */
  @Autoencoder(
      input = {16, 12, 1},
      decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  interface ManyShards {
    @Encoder
    @Conv2D(filters = 8, kernel = 5, padding = Padding.SAME, activation = Relu.class)
    Layer edges();

    @Encoder
    @MaxPool2D
    Layer half();

    @Encoder
    @Conv2D(filters = 8, kernel = 3, stride = 2, padding = Padding.SAME, activation = Relu.class)
    Layer quarter();

    @Bottleneck
    @Dense(units = 8)
    Layer codes();
  }

  /** Halves twice, rounded up. */
  interface Halves {
    @Encoder
    @Conv2D(filters = 2, kernel = 3, stride = 2, padding = Padding.SAME, activation = Relu.class)
    Layer half();

    @Encoder
    @Conv2D(filters = 3, kernel = 3, stride = 2, padding = Padding.SAME, activation = Relu.class)
    Layer quarter();

    @Bottleneck
    @Dense(units = 5)
    Layer codes();
  }

  /** 27 → 14 → 7 and back. */
  @Autoencoder(
      input = {27, 27, 1},
      decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  interface Odd extends Halves {}

  /** 28 → 14 → 7 and back. */
  @Autoencoder(
      input = {28, 28, 1},
      decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  interface Even extends Halves {}
}
