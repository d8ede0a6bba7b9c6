/** The built-in layers, on the public SPI like every other. */
@NullMarked
package io.venturi.processor.internal.layer;

import org.jspecify.annotations.NullMarked;
