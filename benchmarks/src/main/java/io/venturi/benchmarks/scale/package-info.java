/** What work costs as it grows, and what it costs to begin. */
@NullMarked
package io.venturi.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
