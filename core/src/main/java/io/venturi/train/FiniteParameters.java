package io.venturi.train;

import io.venturi.kernel.Tensor;
import io.venturi.spi.Network;
import io.venturi.spi.ParameterBlock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds parameters, and running statistics, that are NaN or infinite. */
final class FiniteParameters {

  private FiniteParameters() {}

  /** What messages call the first place that has one; null if there is none. */
  static @Nullable String firstFault(Network<?> network) {
    List<List<ParameterBlock>> layers = network.parameters().layers();
    for (int i = 0; i < layers.size(); i++) {
      for (ParameterBlock block : layers.get(i)) {
        if (block.values().firstNonFinite(block.values().size()) >= 0) {
          return "layer " + network.description().layers().get(i).name();
        }
      }
    }
    for (ParameterBlock block : network.parameters().loss()) {
      if (block.values().firstNonFinite(block.values().size()) >= 0) {
        return "the loss";
      }
    }
    Tensor state = network.parameters().state(); // Running statistics are part of the model.
    return state.firstNonFinite(state.size()) >= 0 ? "a layer's running statistics" : null;
  }
}
