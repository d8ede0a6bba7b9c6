package io.venturi.layer;

import io.venturi.annotation.Layer;
import io.venturi.kernel.Activation;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
  public Map<String, Block> blocks() {
    float[] stored = parameters.copy(weightBlock);
    Map<String, Block> blocks = new LinkedHashMap<>();
    blocks.put(
        "weights", new Block(List.of(inputs, outputs), transposed ? transpose(stored) : stored));
    blocks.put("biases", new Block(List.of(outputs), parameters.copy(biasBlock)));
    return blocks;
  }

  private float[] transpose(float[] stored) {
    float[] weights = new float[stored.length];
    for (int i = 0; i < inputs; i++) {
      for (int o = 0; o < outputs; o++) {
        weights[i * outputs + o] = stored[o * inputs + i];
      }
    }
    return weights;
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
