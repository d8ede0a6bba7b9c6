/** Variational autoencoders: sampled codes, bounds on the likelihood. */
@NullMarked
package io.venturi.variational;

import org.jspecify.annotations.NullMarked;
