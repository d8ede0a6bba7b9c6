/** Venturi as a contender, and what it hands to the others. */
@NullMarked
package io.venturi.benchmarks.peers.venturi;

import org.jspecify.annotations.NullMarked;
