/** The built-in layers, written against the public SPI as any plugin's are. */
@NullMarked
package io.venturi.layer;

import org.jspecify.annotations.NullMarked;
