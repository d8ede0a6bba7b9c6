package io.venturi.annotation;

/**
 * One trained layer, as the methods of a spec return it: {@code model.layers().wide().weights()}.
 * Arrays are copies; changing them changes nothing in the model.
 */
public interface Layer {

  /** The name of the spec's method. */
  String name();

  /** The number of values of one row that enter. */
  int inputs();

  /** The number of values of one row that leave. */
  int outputs();

  /**
   * The weights; for a dense layer of shape (inputs, outputs).
   *
   * @throws UnsupportedOperationException if the layer has none
   */
  float[][] weights();

  /**
   * The biases; for a dense layer of shape (outputs).
   *
   * @throws UnsupportedOperationException if the layer has none
   */
  float[] biases();
}
