package com.example.extras;

import io.venturi.annotation.Layer;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A trained maxout layer, by copies of its parameters. */
record MaxoutLayer(
    String name,
    int inputs,
    int outputs,
    int pieces,
    ParameterBlock weightBlock,
    ParameterBlock biasBlock,
    Parameters parameters)
    implements Layer {

  /** Weights of shape (inputs, pieces, units), biases of shape (pieces, units). */
  @Override
  public Map<String, Block> blocks() {
    Map<String, Block> blocks = new LinkedHashMap<>();
    blocks.put(
        "weights", new Block(List.of(inputs, pieces, outputs), parameters.copy(weightBlock)));
    blocks.put("biases", new Block(List.of(pieces, outputs), parameters.copy(biasBlock)));
    return blocks;
  }

  /** Such as {@code strokes: maxout 784 → 128, 2 pieces}. */
  @Override
  public String toString() {
    return name + ": maxout " + inputs + " → " + outputs + ", " + pieces + " pieces";
  }
}
