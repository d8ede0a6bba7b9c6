/** Venturi beside other libraries at the same work, on the same rows, from the same weights. */
@NullMarked
package io.venturi.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
