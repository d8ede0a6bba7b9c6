package io.venturi.layer;

import io.venturi.annotation.Layer;
import io.venturi.kernel.Activation;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.Parameters;

/** A trained dense layer, by copies of its parameters. */
record DenseLayer(
    String name,
    int inputs,
    int outputs,
    Activation activation,
    ParameterBlock weightBlock,
    ParameterBlock biasBlock,
    boolean transposed,
    Parameters parameters)
    implements Layer {

  @Override
  public float[][] weights() {
    float[][] stored = parameters.read(() -> weightBlock.values().toRows());
    if (!transposed) {
      return stored;
    }
    float[][] weights = new float[inputs][outputs];
    for (int i = 0; i < inputs; i++) {
      for (int o = 0; o < outputs; o++) {
        weights[i][o] = stored[o][i];
      }
    }
    return weights;
  }

  @Override
  public float[] biases() {
    return parameters.read(() -> biasBlock.values().toArray());
  }

  /**
   * Such as {@code wide: dense 784 → 256, Relu}. The identity is left out: it is also what a last
   * layer has here, whose activation the network applies.
   */
  @Override
  public String toString() {
    return name
        + ": dense "
        + inputs
        + " → "
        + outputs
        + (activation.isIdentity() ? "" : ", " + activation.getClass().getSimpleName())
        + (transposed ? ", tied" : "");
  }
}
