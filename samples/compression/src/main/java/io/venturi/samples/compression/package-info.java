/** Compresses images by an autoencoder, and compares with PCA and JPEG at the same quality. */
@NullMarked
package io.venturi.samples.compression;

import org.jspecify.annotations.NullMarked;
