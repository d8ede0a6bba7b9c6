/** Denoising autoencoders: the encoder sees noise, the target stays clean. */
@NullMarked
package io.venturi.denoising;

import org.jspecify.annotations.NullMarked;
