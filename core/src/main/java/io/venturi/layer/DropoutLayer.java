package io.venturi.layer;

import io.venturi.annotation.Layer;
import java.util.Map;

/** A dropout layer, which learns nothing. */
record DropoutLayer(String name, int width, double rate) implements Layer {

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
    return Map.of();
  }

  /** Such as {@code quiet: dropout 256, rate 0.2}. */
  @Override
  public String toString() {
    return name + ": dropout " + width + ", rate " + rate;
  }
}
