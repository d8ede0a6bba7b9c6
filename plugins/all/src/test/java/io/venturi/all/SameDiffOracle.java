package io.venturi.all;

import io.venturi.kernel.Seeds;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.Parameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDIndex;
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

  /**
   * @param seed of the step, for what layers draw
   */
  SameDiffOracle(NetworkDescription description, Parameters parameters, float[][] rows, long seed) {
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
      if (ImageOracle.knows(layer)) {
        signal = image(signal, layer, description, own, weights);
        continue;
      }
      signal =
          switch (NetworkDescription.simpleName(layer.kind())) {
            case "Dense" -> dense(signal, layer, own, weights);
            case "BatchNormalization" -> batchNormalization(signal, layer, own, rows.length);
            case "LayerNormalization" ->
                activate(scaleAndShift(normalize(signal, 1, layer), own), layer);
            case "Dropout" -> dropout(signal, i, layer, rows.length, seed);
            default -> throw new AssertionError("no oracle for " + layer.kind());
          };
    }
    loss = objective(description, input, signal).name();
    graph.setLossVariables(loss);
  }

  private SDVariable image(
      SDVariable signal,
      LayerDescription layer,
      NetworkDescription description,
      Map<String, SDVariable> own,
      Map<String, SDVariable> weights) {
    String name = layer.attributes().get("tiedTo");
    LayerDescription tiedTo =
        description.layers().stream().filter(l -> l.name().equals(name)).findFirst().orElse(null);
    if (own.containsKey("weights")) {
      weights.put(layer.name(), own.get("weights"));
    }
    return activate(
        new ImageOracle(graph).layer(signal, layer, own, tiedTo, weights.get(name)), layer);
  }

  private SDVariable dense(
      SDVariable signal,
      LayerDescription layer,
      Map<String, SDVariable> own,
      Map<String, SDVariable> weights) {
    String tiedTo = layer.attributes().get("tiedTo");
    SDVariable w = tiedTo == null ? own.get("weights") : graph.transpose(weights.get(tiedTo));
    weights.put(layer.name(), w);
    return activate(signal.mmul(w).add(own.get("biases")), layer);
  }

  /** Rows in groups; a single row left over joins the group before. */
  private SDVariable batchNormalization(
      SDVariable signal, LayerDescription layer, Map<String, SDVariable> own, int rows) {
    int group = Integer.parseInt(layer.attributes().get("training.group"));
    List<SDVariable> groups = new ArrayList<>();
    int from = 0;
    while (from < rows) {
      int to = rows - from <= group + 1 ? rows : from + group;
      SDVariable part = signal.get(SDIndex.interval(from, to), SDIndex.all());
      groups.add(normalize(part, 0, layer));
      from = to;
    }
    SDVariable whole =
        groups.size() == 1 ? groups.get(0) : graph.concat(0, groups.toArray(SDVariable[]::new));
    return activate(scaleAndShift(whole, own), layer);
  }

  private SDVariable normalize(SDVariable x, int dimension, LayerDescription layer) {
    double epsilon = Double.parseDouble(layer.attributes().get("epsilon"));
    SDVariable centred = x.sub(x.mean(true, dimension));
    SDVariable variance = graph.math().square(centred).mean(true, dimension);
    return centred.div(graph.math().sqrt(variance.add(epsilon)));
  }

  private static SDVariable scaleAndShift(SDVariable x, Map<String, SDVariable> own) {
    return x.mul(own.get("scales")).add(own.get("biases"));
  }

  /** With the mask that the documented stream of the layer gives. */
  private SDVariable dropout(
      SDVariable signal, int index, LayerDescription layer, int rows, long seed) {
    double rate = Double.parseDouble(layer.attributes().get("training.rate"));
    long stream = Seeds.of(Seeds.of(seed, 1001), index);
    int width = layer.outputs();
    INDArray mask = Nd4j.create(DataType.DOUBLE, rows, width);
    for (int r = 0; r < rows; r++) {
      for (int i = 0; i < width; i++) {
        double uniform = (Seeds.draw(stream, (long) r * width + i) >>> 40) / (double) (1 << 24);
        mask.putScalar(r, i, uniform < rate ? 0 : 1 / (1 - rate));
      }
    }
    return signal.mul(graph.constant(layer.name() + ".mask", mask));
  }

  private SDVariable objective(
      NetworkDescription description, SDVariable target, SDVariable output) {
    String loss =
        description.contributions().keySet().stream()
            .filter(name -> name.startsWith("io.venturi.losses."))
            .map(NetworkDescription::simpleName)
            .findFirst()
            .orElseThrow();
    SDVariable difference = output.sub(target);
    return switch (loss) {
      case "MeanSquaredError" -> graph.math().square(difference).mean("loss");
      case "MeanAbsoluteError" -> graph.math().abs(difference).mean("loss");
      case "Huber" -> { // As HuberSpec has it, with a delta of 0.3.
        SDVariable size = graph.math().abs(difference);
        SDVariable clamped = graph.math().min(size, size.mul(0).add(0.3));
        yield clamped.mul(size.sub(clamped.mul(0.5))).mean("loss");
      }
      case "LogCosh" -> graph.math().log(graph.math().cosh(difference)).mean("loss");
      case "Poisson" -> output.sub(target.mul(graph.math().log(output))).mean("loss");
      case "BinaryCrossEntropy" ->
          target
              .mul(graph.math().log(output))
              .add(target.rsub(1.0).mul(graph.math().log(output.rsub(1.0))))
              .neg()
              .mean("loss");
      case "CategoricalCrossEntropy" ->
          target.mul(graph.math().log(output)).neg().sum(1).mean("loss");
      case "CosineDistance" -> {
        SDVariable lengths =
            graph.math().square(output).sum(1).mul(graph.math().square(target).sum(1));
        yield output.mul(target).sum(1).div(graph.math().sqrt(lengths)).rsub(1.0).mean("loss");
      }
      case "StructuralSimilarity" -> similarity(description.inputShape(), target, output);
      default -> throw new AssertionError("no oracle for " + loss);
    };
  }

  /** Windows of 3 by 3 as columns of a matrix: means are matrix products. */
  private SDVariable similarity(List<Integer> shape, SDVariable x, SDVariable y) {
    SDVariable windows = graph.constant("windows", windows(shape));
    SDVariable ux = x.mmul(windows);
    SDVariable uy = y.mmul(windows);
    SDVariable sx = x.mul(x).mmul(windows).sub(ux.mul(ux));
    SDVariable sy = y.mul(y).mmul(windows).sub(uy.mul(uy));
    SDVariable sxy = x.mul(y).mmul(windows).sub(ux.mul(uy));
    SDVariable above = ux.mul(uy).mul(2).add(1e-4).mul(sxy.mul(2).add(9e-4));
    SDVariable below = ux.mul(ux).add(uy.mul(uy)).add(1e-4).mul(sx.add(sy).add(9e-4));
    return above.div(below).rsub(1.0).mean("loss");
  }

  private static INDArray windows(List<Integer> shape) {
    int height = shape.get(0);
    int width = shape.get(1);
    int channels = shape.get(2);
    int across = width - 2;
    int places = (height - 2) * across;
    long pixels = (long) height * width;
    INDArray windows = Nd4j.zeros(DataType.DOUBLE, pixels * channels, (long) places * channels);
    double[] weights = {Math.exp(-0.5 / 2.25), 1, Math.exp(-0.5 / 2.25)};
    double sum = weights[0] + weights[1] + weights[2];
    for (int place = 0; place < places * channels; place++) {
      int channel = place % channels;
      int top = place / channels / across;
      int left = place / channels % across;
      for (int k = 0; k < 9; k++) {
        int pixel = (top + k / 3) * width + left + k % 3;
        double weight = weights[k / 3] * weights[k % 3] / (sum * sum);
        windows.putScalar(pixel * channels + channel, place, weight);
      }
    }
    return windows;
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
