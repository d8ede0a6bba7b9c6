package com.example.extras;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Tensor;
import io.venturi.spi.Activations;
import io.venturi.spi.LayerMemory;
import io.venturi.spi.ParameterBlock;

/** What a workspace holds for a maxout layer. */
public final class MaxoutActivations extends Activations {

  /** Of every unit all pieces, piece after piece; then their gradients. */
  final Tensor pieces;

  /** Which piece of each unit is the largest; null where nobody will ask. */
  final Tensor winners;

  /** The largest pieces themselves, where the activation's derivative will need them; or null. */
  final Tensor preActivation;

  /** Null in a workspace for inference, as {@link #biasGradient}. */
  final Tensor weightGradient;

  final Tensor biasGradient;

  /** One row of pieces, and the biases. */
  final float[] row;

  final float[] bias;

  MaxoutActivations(
      LayerMemory memory, ParameterBlock weights, ParameterBlock biases, Activation activation) {
    super(memory);
    int all = biases.spec().columns();
    int units = memory.value().columns();
    Tensor flat = memory.parameterGradients();
    boolean isDerived = flat != null || memory.directions() != null;
    pieces = memory.another(all);
    winners = isDerived ? memory.another(units) : null;
    preActivation = isDerived && activation.differentiatesInput() ? memory.another(units) : null;
    weightGradient = flat == null ? null : weights.of(flat);
    biasGradient = flat == null ? null : biases.of(flat);
    row = new float[all];
    bias = new float[all];
  }

  /** Where the activation's derivative is taken. */
  Tensor derivativeAt() {
    return preActivation == null ? value() : preActivation;
  }
}
