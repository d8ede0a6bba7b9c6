package io.venturi.spi;

import io.venturi.kernel.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The memory of one layer in one workspace.
 *
 * @param value shape (capacity, outputs)
 * @param gradient the same shape, or null in a workspace for inference
 * @param parameterGradients the shard's gradient vector, laid out like the parameters, or null in a
 *     workspace for inference
 */
public record LayerMemory(
    Tensor value, @Nullable Tensor gradient, @Nullable Tensor parameterGradients) {}
