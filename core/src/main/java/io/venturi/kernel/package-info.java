/**
 * Numeric kernels: matrices in native memory, matrix products, activations, initializers. The one
 * place that knows BLAS, ND4J's operations and the CPU's features.
 */
@NullMarked
package io.venturi.kernel;

import org.jspecify.annotations.NullMarked;
