/** Is an autoencoder worth its while, or does PCA do? Images, and a table where PCA does. */
@NullMarked
package io.venturi.samples.reduction;

import org.jspecify.annotations.NullMarked;
