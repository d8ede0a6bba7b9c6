package io.venturi.all;

import io.venturi.spi.LayerDescription;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.Parameters;
import io.venturi.spi.Section;
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

/**
 * The squared Frobenius norm of a dense encoder's Jacobian in double: a tangent of every input
 * feature is carried up to the code, written out as products, and differentiated by SameDiff. And
 * what is sometimes taken for it: the product of the layers' own squared norms.
 */
final class JacobianOracle {

  private final SameDiff graph = SameDiff.create();
  private final List<String> blockNames = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final String norm;
  private final String productOfNorms;

  JacobianOracle(NetworkDescription description, Parameters parameters, float[][] rows) {
    SDVariable signal = graph.constant("rows", doubles(rows));
    List<SDVariable> tangents = new ArrayList<>();
    SDVariable product = graph.constant("one", Nd4j.ones(DataType.DOUBLE, rows.length));
    for (int i = 0; i < description.layers().size(); i++) {
      LayerDescription layer = description.layers().get(i);
      Map<String, SDVariable> own = new HashMap<>();
      for (ParameterBlock block : parameters.layers().get(i)) {
        String name = layer.name() + "." + block.spec().name();
        blockNames.add(name);
        sizes.add(block.spec().size());
        own.put(block.spec().name(), graph.var(name, doubles(block.values().toRows())));
      }
      if (layer.section() == Section.DECODER) {
        continue;
      }
      SDVariable w = own.get("weights");
      SDVariable z = signal.mmul(w).add(own.get("biases"));
      SDVariable slope = slope(z, layer);
      if (i == 0) {
        for (int input = 0; input < rows[0].length; input++) {
          INDArray unit = Nd4j.zeros(DataType.DOUBLE, rows.length, rows[0].length);
          unit.getColumn(input).assign(1);
          tangents.add(graph.constant("unit" + input, unit));
        }
      }
      tangents.replaceAll(t -> t.mmul(w).mul(slope));
      SDVariable squares = graph.math().square(w).sum(true, 0); // Of what leads to each output.
      product = product.mul(graph.math().square(slope).mul(squares).sum(1));
      signal = activate(z, layer);
    }
    SDVariable sum = null;
    for (SDVariable tangent : tangents) {
      SDVariable square = graph.math().square(tangent).sum(1);
      sum = sum == null ? square : sum.add(square);
    }
    norm = sum.mean("norm").name();
    productOfNorms = product.mean("productOfNorms").name();
  }

  private SDVariable activate(SDVariable z, LayerDescription layer) {
    return switch (activation(layer)) {
      case "Linear" -> z;
      case "Relu" -> graph.nn().relu(z, 0);
      case "LeakyRelu" -> graph.math().max(z, z.mul(0.01));
      case "Sigmoid" -> sigmoid(z);
      case "Tanh" -> tanh(z);
      case "Swish" -> z.mul(sigmoid(z));
      case "Gelu" -> z.mul(0.5).mul(tanh(cubic(z)).add(1.0));
      case "Elu" -> graph.nn().relu(z, 0).add(graph.math().exp(negative(z)).sub(1.0));
      case "Softplus" -> graph.nn().softplus(z);
      default -> throw new AssertionError("no oracle for " + activation(layer));
    };
  }

  private SDVariable slope(SDVariable z, LayerDescription layer) {
    return switch (activation(layer)) {
      case "Linear" -> z.mul(0).add(1.0);
      case "Relu" -> graph.math().step(z, 0);
      case "LeakyRelu" -> graph.math().step(z, 0).mul(0.99).add(0.01);
      case "Sigmoid" -> sigmoid(z).mul(sigmoid(z).rsub(1.0));
      case "Tanh" -> graph.math().square(tanh(z)).rsub(1.0);
      case "Swish" -> sigmoid(z).add(z.mul(sigmoid(z)).mul(sigmoid(z).rsub(1.0)));
      case "Gelu" -> {
        SDVariable t = tanh(cubic(z));
        SDVariable inner =
            graph.math().square(z).mul(3 * 0.044715).add(1.0).mul(Math.sqrt(2 / Math.PI));
        yield t.add(1.0).mul(0.5).add(z.mul(0.5).mul(graph.math().square(t).rsub(1.0)).mul(inner));
      }
      case "Elu" -> graph.math().exp(negative(z));
      case "Softplus" -> sigmoid(z);
      default -> throw new AssertionError("no oracle for " + activation(layer));
    };
  }

  private static String activation(LayerDescription layer) {
    String name = layer.attributes().getOrDefault("activation", "");
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private SDVariable sigmoid(SDVariable z) {
    return graph.nn().sigmoid(z);
  }

  private SDVariable tanh(SDVariable z) {
    return graph.nn().tanh(z);
  }

  private SDVariable negative(SDVariable z) {
    return graph.math().min(z, z.mul(0));
  }

  private SDVariable cubic(SDVariable z) {
    return z.add(graph.math().cube(z).mul(0.044715)).mul(Math.sqrt(2 / Math.PI));
  }

  /** The squared norm, a mean over rows. */
  double norm() {
    return value(norm);
  }

  double productOfNorms() {
    return value(productOfNorms);
  }

  private double value(String name) {
    return graph.output(Map.of(), name).get(name).getDouble(0);
  }

  /** Of the squared norm, in the order of the flat vector; 0 in the decoder. */
  double[] gradient() {
    graph.setLossVariables(norm);
    Map<String, INDArray> gradients = graph.calculateGradients(Map.of(), blockNames);
    double[][] parts = new double[blockNames.size()][];
    for (int i = 0; i < parts.length; i++) {
      INDArray gradient = gradients.get(blockNames.get(i));
      parts[i] = gradient == null ? new double[sizes.get(i)] : gradient.dup('c').data().asDouble();
    }
    return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
  }

  private static INDArray doubles(float[][] rows) {
    return Nd4j.create(rows).castTo(DataType.DOUBLE);
  }
}
