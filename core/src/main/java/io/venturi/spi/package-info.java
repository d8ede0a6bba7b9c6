/**
 * What a plugin implements: layer kernels, losses, autoencoder types, and the {@link
 * io.venturi.spi.VenturiPlugin} that contributes them; and what generated networks are made of.
 */
@NullMarked
package io.venturi.spi;

import org.jspecify.annotations.NullMarked;
