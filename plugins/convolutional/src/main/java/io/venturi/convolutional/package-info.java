/** Layers for images: convolution, transposed convolution, pooling, upsampling, and reshaping. */
@NullMarked
package io.venturi.convolutional;

import org.jspecify.annotations.NullMarked;
