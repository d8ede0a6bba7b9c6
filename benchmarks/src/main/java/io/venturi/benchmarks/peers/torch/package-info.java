/** libtorch through DJL: at its best, and as DJL's documents show it. */
@NullMarked
package io.venturi.benchmarks.peers.torch;

import org.jspecify.annotations.NullMarked;
