/** Every type of autoencoder on the same images: what each adds to a spec, and what that does. */
@NullMarked
package io.venturi.samples.gallery;

import org.jspecify.annotations.NullMarked;
