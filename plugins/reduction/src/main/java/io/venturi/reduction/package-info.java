/**
 * Dimensionality reduction: {@link io.venturi.reduction.Pca}, the linear method that every
 * autoencoder is measured against, and {@link io.venturi.reduction.Reduction}, which does so.
 */
@NullMarked
package io.venturi.reduction;

import org.jspecify.annotations.NullMarked;
