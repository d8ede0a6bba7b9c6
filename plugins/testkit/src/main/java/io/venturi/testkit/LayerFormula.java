package io.venturi.testkit;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * What a layer computes in training, as an expression of ND4J's automatic differentiation: {@code
 * (layer, x) -> layer.activate(x.mmul(layer.parameter("weights")))}.
 */
@FunctionalInterface
public interface LayerFormula {

  /**
   * The layer's output, shape (rows, outputs). Images are flat rows, as between all layers: an
   * expression reshapes them.
   *
   * @param layer what is known of the layer
   * @param input shape (rows, inputs)
   */
  SDVariable of(LayerGraph layer, SDVariable input);
}
