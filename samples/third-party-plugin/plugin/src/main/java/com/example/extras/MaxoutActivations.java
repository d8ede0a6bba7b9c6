package com.example.extras;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Tensor;
import io.venturi.layer.ActivatedOutput;
import io.venturi.spi.LayerMemory;
import io.venturi.spi.ParameterBlock;

/** What a workspace holds for a maxout layer. */
public final class MaxoutActivations extends ActivatedOutput {

  /** Of every unit all pieces, piece after piece; then their gradients. */
  final Tensor pieces;

  /** Which piece of each unit is the largest; null where nobody will ask. */
  final Tensor winners;

  /** Null in a workspace for inference, as {@link #biasGradient}. */
  final Tensor weightGradient;

  final Tensor biasGradient;

  /** One row of pieces, and the biases. */
  final float[] row;

  final float[] bias;

  MaxoutActivations(
      LayerMemory memory, ParameterBlock weights, ParameterBlock biases, Activation activation) {
    super(memory, activation);
    int all = biases.spec().columns();
    Tensor flat = memory.parameterGradients();
    boolean isDerived = flat != null || memory.directions() != null;
    pieces = memory.another(all);
    winners = isDerived ? memory.another(memory.value().columns()) : null;
    weightGradient = flat == null ? null : weights.of(flat);
    biasGradient = flat == null ? null : biases.of(flat);
    row = new float[all];
    bias = new float[all];
  }
}
