/** Sparse autoencoders: codes of which few units are active for a row. */
@NullMarked
package io.venturi.sparse;

import org.jspecify.annotations.NullMarked;
