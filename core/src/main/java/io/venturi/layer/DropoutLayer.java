package io.venturi.layer;

import io.venturi.annotation.Layer;

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
  public float[][] weights() {
    throw new UnsupportedOperationException(name + " is dropout, which has no weights");
  }

  @Override
  public float[] biases() {
    throw new UnsupportedOperationException(name + " is dropout, which has no biases");
  }

  /** Such as {@code quiet: dropout 256, rate 0.2}. */
  @Override
  public String toString() {
    return name + ": dropout " + width + ", rate " + rate;
  }
}
