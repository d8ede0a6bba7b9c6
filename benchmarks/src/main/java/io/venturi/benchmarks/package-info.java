/** What Venturi's speed is, beside what the machine could do. */
@NullMarked
package io.venturi.benchmarks;

import org.jspecify.annotations.NullMarked;
