/** Contractive autoencoders, and how contractive a model is. */
@NullMarked
package io.venturi.contractive;

import org.jspecify.annotations.NullMarked;
