package io.venturi.layer;

import io.venturi.kernel.Activation;
import io.venturi.kernel.PiecewiseLinear;
import io.venturi.kernel.Tensor;
import io.venturi.spi.Activations;
import io.venturi.spi.Directions;
import io.venturi.spi.LayerMemory;
import io.venturi.spi.ParameterBlock;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace holds for a dense layer: also the shard's gradients of weights and biases, and
 * what the passes of the encoder's Jacobian keep.
 */
public final class DenseActivations extends Activations {

  private final @Nullable Tensor weightGradient;
  private final @Nullable Tensor biasGradient;
  private final @Nullable Tensor preActivation;
  private final @Nullable Tensor slopes;
  private final @Nullable Tensor curvature;

  DenseActivations(
      LayerMemory memory, ParameterBlock weights, ParameterBlock biases, Activation activation) {
    super(memory);
    Tensor flat = memory.parameterGradients();
    weightGradient = flat == null ? null : weights.of(flat);
    biasGradient = flat == null ? null : biases.of(flat);
    int width = memory.value().columns();
    Directions directions = memory.directions();
    preActivation =
        (flat != null || directions != null) && activation.differentiatesInput()
            ? memory.another(width)
            : null;
    boolean curved = directions != null && !(activation instanceof PiecewiseLinear);
    slopes = directions == null ? null : curved ? memory.another(width) : directions.cotangent();
    curvature = curved && flat != null ? memory.another(width) : null;
  }

  Tensor weightGradient() {
    return present(weightGradient);
  }

  Tensor biasGradient() {
    return present(biasGradient);
  }

  /** The pre-activations, where the gradient will need them; null elsewhere. */
  @Nullable Tensor preActivation() {
    return preActivation;
  }

  /** Where the activation's derivative is taken. */
  Tensor derivativeAt() {
    return preActivation == null ? value() : preActivation;
  }

  /**
   * The cotangent of the pre-activation. Where the activation's second derivative is 0 nobody asks
   * for the output's any more, and this is in its place.
   */
  Tensor slopes() {
    if (slopes == null) {
      throw new IllegalStateException("no passes of the encoder's Jacobian come by here");
    }
    return slopes;
  }

  /**
   * What a penalty on the Jacobian adds to the gradient of the pre-activation; null where nothing
   * does.
   */
  @Nullable Tensor curvature() {
    return curvature;
  }

  private static Tensor present(@Nullable Tensor tensor) {
    if (tensor == null) {
      throw new IllegalStateException("this workspace is for inference: it keeps no gradients");
    }
    return tensor;
  }
}
