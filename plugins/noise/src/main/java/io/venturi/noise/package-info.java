/** Noise schemes, by their annotations: how a denoising autoencoder corrupts its input. */
@NullMarked
package io.venturi.noise;

import org.jspecify.annotations.NullMarked;
