package io.venturi.all;

import io.venturi.spi.LayerDescription;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.Parameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The same objective in double precision, by ND4J's automatic differentiation. */
final class SameDiffOracle {

  private final SameDiff graph = SameDiff.create();
  private final List<String> blockNames = new ArrayList<>();
  private final String loss;

  SameDiffOracle(NetworkDescription description, Parameters parameters, float[][] rows) {
    SDVariable input = graph.constant("rows", doubles(rows));
    Map<String, SDVariable> weights = new HashMap<>();
    SDVariable signal = input;
    for (int i = 0; i < description.layers().size(); i++) {
      LayerDescription layer = description.layers().get(i);
      Map<String, SDVariable> own = new HashMap<>();
      for (ParameterBlock block : parameters.layers().get(i)) {
        String name = layer.name() + "." + block.spec().name();
        blockNames.add(name);
        own.put(block.spec().name(), graph.var(name, doubles(block.values().toRows())));
      }
      String tiedTo = layer.attributes().get("tiedTo");
      SDVariable w = tiedTo == null ? own.get("weights") : graph.transpose(weights.get(tiedTo));
      weights.put(layer.name(), w);
      signal = activate(signal.mmul(w).add(own.get("biases")), layer);
    }
    loss = objective(description, input, signal).name();
    graph.setLossVariables(loss);
  }

  private SDVariable objective(
      NetworkDescription description, SDVariable target, SDVariable output) {
    boolean crossEntropy =
        description.contributions().containsKey("io.venturi.losses.BinaryCrossEntropy");
    SDVariable terms =
        crossEntropy
            ? target
                .mul(graph.math().log(output))
                .add(target.rsub(1.0).mul(graph.math().log(output.rsub(1.0))))
                .neg()
            : graph.math().square(output.sub(target));
    return terms.mean("loss");
  }

  private SDVariable activate(SDVariable z, LayerDescription layer) {
    String activation = layer.attributes().getOrDefault("activation", "");
    return switch (activation.substring(activation.lastIndexOf('.') + 1)) {
      case "Linear" -> z;
      case "Relu" -> graph.nn().relu(z, 0);
      case "Sigmoid" -> graph.nn().sigmoid(z);
      case "Tanh" -> graph.nn().tanh(z);
      case "Swish" -> z.mul(graph.nn().sigmoid(z));
      case "Gelu" -> z.mul(0.5).mul(graph.nn().tanh(cubic(z).mul(Math.sqrt(2 / Math.PI))).add(1.0));
      case "Elu" ->
          graph
              .math()
              .max(z, z.mul(0))
              .add(graph.math().exp(graph.math().min(z, z.mul(0))).sub(1.0));
      case "Softplus" -> graph.nn().softplus(z);
      case "Softmax" -> graph.nn().softmax(z, 1);
      case "LeakyRelu" -> graph.math().max(z, z.mul(0.01));
      default -> throw new AssertionError("no oracle for " + activation);
    };
  }

  private SDVariable cubic(SDVariable z) {
    return z.add(graph.math().cube(z).mul(0.044715));
  }

  double loss() {
    return graph.output(Map.of(), loss).get(loss).getDouble(0);
  }

  /** In the order of the flat vector. */
  double[] gradient() {
    Map<String, INDArray> gradients = graph.calculateGradients(Map.of(), blockNames);
    return blockNames.stream()
        .map(gradients::get)
        .flatMapToDouble(g -> java.util.Arrays.stream(g.dup('c').data().asDouble()))
        .toArray();
  }

  private static INDArray doubles(float[][] rows) {
    return Nd4j.create(rows).castTo(DataType.DOUBLE);
  }
}
