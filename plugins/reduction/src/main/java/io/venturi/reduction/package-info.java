/**
 * Dimensionality reduction: {@link io.venturi.reduction.Pca}, the linear method that every
 * autoencoder is measured against.
 */
@NullMarked
package io.venturi.reduction;

import org.jspecify.annotations.NullMarked;
