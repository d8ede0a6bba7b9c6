package io.venturi.layer;

import io.venturi.kernel.Tensor;
import io.venturi.spi.Activations;
import io.venturi.spi.LayerMemory;
import io.venturi.spi.ParameterBlock;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace holds for a normalising layer: in training also the normalised values, the
 * factors that made them so, and the shard's gradients of scales and shifts.
 */
public final class NormalizationActivations extends Activations {

  private final @Nullable Tensor normalized;
  private final @Nullable Tensor stateUpdate;
  private final @Nullable Tensor scaleGradient;
  private final @Nullable Tensor shiftGradient;

  /** One over the standard deviation, for each row or for each group and feature. */
  final float[] factors;

  /** Sums over rows, for each feature. */
  final ColumnSums sums;

  final ColumnSums products;

  /** A value for each feature: what is taken off before anything is added up. */
  final float[] shifts;

  /** A value for each feature. */
  final float[] row;

  /**
   * @param factorCount how many factors there are
   */
  NormalizationActivations(
      LayerMemory memory,
      ParameterBlock scaleBlock,
      ParameterBlock shiftBlock,
      ParameterBlock state,
      int factorCount) {
    super(memory);
    int width = memory.value().columns();
    Tensor gradients = memory.parameterGradients();
    Tensor updates = memory.stateUpdate();
    boolean trains = gradients != null;
    normalized = trains ? memory.another(width) : null;
    scaleGradient = gradients == null ? null : scaleBlock.of(gradients);
    shiftGradient = gradients == null ? null : shiftBlock.of(gradients);
    stateUpdate = updates == null ? null : state.of(updates);
    factors = new float[Math.max(factorCount, width)];
    sums = new ColumnSums(width);
    products = new ColumnSums(width);
    shifts = new float[width];
    row = new float[width];
  }

  /** The values before scale and shift; where no gradient is asked for, in the output's place. */
  Tensor normalized() {
    return normalized == null ? value() : normalized;
  }

  Tensor scaleGradient() {
    return present(scaleGradient);
  }

  Tensor shiftGradient() {
    return present(shiftGradient);
  }

  Tensor stateUpdate() {
    return present(stateUpdate);
  }

  private static Tensor present(@Nullable Tensor tensor) {
    if (tensor == null) {
      throw new IllegalStateException("this workspace is for inference: it keeps no gradients");
    }
    return tensor;
  }
}
