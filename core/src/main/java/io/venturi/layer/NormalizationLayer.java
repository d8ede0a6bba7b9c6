package io.venturi.layer;

import io.venturi.annotation.Layer;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.Parameters;

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
  public float[][] weights() {
    return parameters.read(() -> scaleBlock.values().toRows());
  }

  @Override
  public float[] biases() {
    return parameters.read(() -> shiftBlock.values().toArray());
  }

  /** Such as {@code wideNormed: batch normalization 256}. */
  @Override
  public String toString() {
    return name + ": " + kind + " " + width;
  }
}
