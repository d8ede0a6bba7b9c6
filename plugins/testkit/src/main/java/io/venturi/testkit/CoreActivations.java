package io.venturi.testkit;

import io.venturi.kernel.Elu;
import io.venturi.kernel.Gelu;
import io.venturi.kernel.LeakyRelu;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Softmax;
import io.venturi.kernel.Softplus;
import io.venturi.kernel.Swish;
import io.venturi.kernel.Tanh;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** Core's activations, by class name. */
final class CoreActivations {

  static final String NONE = Linear.class.getName();

  static final Map<String, ActivationFormula> FORMULAS =
      Map.of(
          NONE,
          (graph, z) -> z,
          Relu.class.getName(),
          (graph, z) -> graph.nn().relu(z, 0),
          LeakyRelu.class.getName(),
          (graph, z) -> graph.math().max(z, z.mul(0.01)),
          Sigmoid.class.getName(),
          (graph, z) -> graph.nn().sigmoid(z),
          Tanh.class.getName(),
          (graph, z) -> graph.nn().tanh(z),
          Swish.class.getName(),
          (graph, z) -> z.mul(graph.nn().sigmoid(z)),
          Gelu.class.getName(),
          CoreActivations::gelu,
          Elu.class.getName(),
          CoreActivations::elu,
          Softplus.class.getName(),
          (graph, z) -> graph.nn().softplus(z),
          Softmax.class.getName(),
          (graph, z) -> graph.nn().softmax(z, 1));

  private CoreActivations() {}

  private static SDVariable gelu(SameDiff graph, SDVariable z) {
    SDVariable inner = z.add(graph.math().cube(z).mul(0.044715)).mul(Math.sqrt(2 / Math.PI));
    return z.mul(0.5).mul(graph.nn().tanh(inner).add(1.0));
  }

  private static SDVariable elu(SameDiff graph, SDVariable z) {
    SDVariable negative = graph.math().exp(graph.math().min(z, z.mul(0))).sub(1.0);
    return graph.math().max(z, z.mul(0)).add(negative);
  }
}
