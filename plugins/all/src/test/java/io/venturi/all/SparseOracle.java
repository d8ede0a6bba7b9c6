package io.venturi.all;

import io.venturi.spi.LayerDescription;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The objective of a sparse autoencoder of dense layers, in double, by ND4J's differentiation. */
final class SparseOracle {

  private final SameDiff graph = SameDiff.create();
  private final List<String> blockNames = new ArrayList<>();
  private final String objective;

  /**
   * @param target of the divergence
   * @param klWeight 0 for none
   * @param l1Weight 0 for none
   * @param k 0 for all
   */
  SparseOracle(
      NetworkDescription description,
      Parameters parameters,
      float[][] rows,
      double target,
      double klWeight,
      double l1Weight,
      int k) {
    SDVariable input = graph.constant("rows", doubles(rows));
    SDVariable signal = input;
    SDVariable penalty = graph.constant("none", Nd4j.scalar(0.0));
    Map<String, SDVariable> weights = new HashMap<>();
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
      if (layer.name().equals("codes")) {
        signal = k == 0 ? signal : signal.mul(graph.constant("kept", kept(signal.eval(), k)));
        SDVariable mean = signal.mean(0);
        SDVariable kl =
            graph
                .math()
                .log(mean)
                .mul(-target)
                .sub(graph.math().log(mean.rsub(1.0)).mul(1 - target))
                .add(target * Math.log(target) + (1 - target) * Math.log(1 - target))
                .sum();
        SDVariable l1 = graph.math().abs(signal).sum(1).mean();
        penalty = penalty.add(l1.mul(l1Weight));
        penalty = klWeight == 0 ? penalty : penalty.add(kl.mul(klWeight));
      }
    }
    objective = graph.math().square(signal.sub(input)).mean().add(penalty).name();
    graph.setLossVariables(objective);
  }

  /** 1 for the k largest of each row, which has no equal ones. */
  private static INDArray kept(INDArray codes, int k) {
    INDArray kept = Nd4j.zeros(DataType.DOUBLE, codes.rows(), codes.columns());
    for (int r = 0; r < codes.rows(); r++) {
      double[] sorted = codes.getRow(r).toDoubleVector();
      Arrays.sort(sorted);
      for (int j = 0; j < codes.columns(); j++) {
        kept.putScalar(r, j, codes.getDouble(r, j) >= sorted[sorted.length - k] ? 1 : 0);
      }
    }
    return kept;
  }

  private SDVariable activate(SDVariable z, LayerDescription layer) {
    String activation = layer.attributes().getOrDefault("activation", "");
    return switch (activation.substring(activation.lastIndexOf('.') + 1)) {
      case "Linear" -> z;
      case "Sigmoid" -> graph.nn().sigmoid(z);
      case "Tanh" -> graph.nn().tanh(z);
      default -> throw new AssertionError("no oracle for " + activation);
    };
  }

  double objective() {
    return graph.output(Map.of(), objective).get(objective).getDouble(0);
  }

  /** In the order of the flat vector. */
  double[] gradient() {
    Map<String, INDArray> gradients = graph.calculateGradients(Map.of(), blockNames);
    return blockNames.stream()
        .map(gradients::get)
        .flatMapToDouble(g -> Arrays.stream(g.dup('c').data().asDouble()))
        .toArray();
  }

  private static INDArray doubles(float[][] rows) {
    return Nd4j.create(rows).castTo(DataType.DOUBLE);
  }
}
