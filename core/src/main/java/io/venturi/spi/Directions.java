package io.venturi.spi;

import io.venturi.kernel.Tensor;

/**
 * What passes of the encoder's Jacobian J leave at one place of the network, one row a row of the
 * shard. Only workspaces that were made for them have it.
 *
 * @param cotangent written by {@link JacobianKernel#pullback}, from the code to the input: {@code
 *     Jᵀv}
 * @param tangent written by {@link JacobianKernel#pushforward}, from the input to the code; the
 *     same memory as the cotangent at the input, where one pass ends and the other begins
 */
public record Directions(Tensor cotangent, Tensor tangent) {}
