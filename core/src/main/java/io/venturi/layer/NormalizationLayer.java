package io.venturi.layer;

import io.venturi.annotation.Layer;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A trained normalising layer: scales of shape (1, width) as weights, and shifts as biases. */
record NormalizationLayer(
    String name,
    String kind,
    int width,
    ParameterBlock scaleBlock,
    ParameterBlock shiftBlock,
    Parameters parameters)
    implements Layer {

  @Override
  public int inputs() {
    return width;
  }

  @Override
  public int outputs() {
    return width;
  }

  @Override
  public Map<String, Block> blocks() {
    Map<String, Block> blocks = new LinkedHashMap<>();
    blocks.put("scales", new Block(List.of(width), parameters.copy(scaleBlock)));
    blocks.put("biases", new Block(List.of(width), parameters.copy(shiftBlock)));
    return blocks;
  }

  /** The scales are what values are multiplied by. */
  @Override
  public float[][] weights() {
    return new float[][] {parameters.copy(scaleBlock)};
  }

  /** Such as {@code wideNormed: batch normalization 256}. */
  @Override
  public String toString() {
    return name + ": " + kind + " " + width;
  }
}
