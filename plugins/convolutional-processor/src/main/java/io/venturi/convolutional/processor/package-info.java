/** The processor halves of the layers for images, by the processor's SPI alone. */
@NullMarked
package io.venturi.convolutional.processor;

import org.jspecify.annotations.NullMarked;
