/** DL4J. */
@NullMarked
package io.venturi.benchmarks.peers.dl4j;

import org.jspecify.annotations.NullMarked;
