/** Kernels, training steps and rows in use, measured by JMH. */
@NullMarked
package io.venturi.benchmarks.kernels;

import org.jspecify.annotations.NullMarked;
