package io.venturi.testkit;

import io.venturi.spi.LayerDescription;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.Parameters;
import io.venturi.spi.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One half of a network, encoder or decoder, in double precision by ND4J's automatic
 * differentiation. The decoder ends in the last layer's pre-activation.
 */
final class Stage {

  private static final String INPUT = "stage.input";
  private static final String UPSTREAM = "stage.upstream";

  private final SameDiff graph = SameDiff.create();
  private final Map<String, ParameterBlock> blocks = new LinkedHashMap<>();
  private final Map<String, SDVariable> variables = new LinkedHashMap<>();
  private final Formulas formulas;
  private final NetworkDescription network;
  private final int rows;
  private final long seed;
  private final String output;
  private final double[] initial;

  /** What layers have learned without a gradient, by their places; empty in training. */
  private final List<double[]> states;

  /**
   * @param values of all parameters, laid out like the flat vector
   * @param seed of what layers draw
   */
  Stage(
      Formulas formulas,
      NetworkDescription network,
      Parameters parameters,
      double[] values,
      boolean decoder,
      int rows,
      long seed) {
    this(formulas, network, parameters, values, decoder, rows, seed, List.of());
  }

  private Stage(
      Formulas formulas,
      NetworkDescription network,
      Parameters parameters,
      double[] values,
      boolean decoder,
      int rows,
      long seed,
      List<double[]> states) {
    this.states = states;
    this.formulas = formulas;
    this.network = network;
    this.rows = rows;
    this.seed = seed;
    List<LayerDescription> layers = network.layers();
    for (int i = 0; i < layers.size(); i++) {
      for (ParameterBlock block : parameters.layers().get(i)) {
        blocks.put(layers.get(i).name() + "." + block.spec().name(), block);
      }
    }
    this.initial = values;
    int width = decoder ? network.latentSize() : network.inputs();
    SDVariable signal = graph.var(INPUT, Nd4j.zeros(DataType.DOUBLE, rows, width));
    for (int i = 0; i < layers.size(); i++) {
      if ((layers.get(i).section() == Section.DECODER) == decoder) {
        LayerGraph layer = new LayerGraph(this, layers.get(i), i);
        signal = formulas.layer(layers.get(i).kind()).of(layer, signal);
      }
    }
    output = signal.name();
    int outputs = decoder ? network.inputs() : network.codeSize();
    SDVariable upstream = graph.placeHolder(UPSTREAM, DataType.DOUBLE, rows, outputs);
    graph.setLossVariables(signal.mul(upstream).sum("stage.product").name());
  }

  /** The same of a model in use, with the parameters and the state at hand. */
  static Stage inUse(
      Formulas formulas,
      NetworkDescription network,
      Parameters parameters,
      boolean decoder,
      int rows) {
    List<double[]> states = new ArrayList<>();
    for (int i = 0; i < network.layers().size(); i++) {
      ParameterBlock block = parameters.kernels().state(i);
      float[] state = new float[block.spec().size()];
      parameters.state().read(block.offset(), state, state.length);
      states.add(Rows.doubles(state));
    }
    double[] values = Rows.doubles(parameters.values().toArray());
    return new Stage(formulas, network, parameters, values, decoder, rows, 0, states);
  }

  boolean isTraining() {
    return states.isEmpty();
  }

  double[] state(int layer) {
    if (isTraining()) {
      throw new IllegalStateException("a layer's state is for a model in use");
    }
    return states.get(layer).clone();
  }

  SameDiff graph() {
    return graph;
  }

  NetworkDescription network() {
    return network;
  }

  /** The size of the flat vector. */
  int parameters() {
    return initial.length;
  }

  int rows() {
    return rows;
  }

  long seed() {
    return seed;
  }

  SDVariable parameter(String layer, String block) {
    String name = layer + "." + block;
    ParameterBlock place = blocks.get(name);
    if (place == null) {
      throw new IllegalArgumentException(
          "there are no parameters " + name + ", only " + blocks.keySet());
    }
    return variables.computeIfAbsent(name, n -> graph.var(n, part(place, initial)));
  }

  private static INDArray part(ParameterBlock block, double[] values) {
    double[] own = new double[block.spec().size()];
    System.arraycopy(values, block.offset(), own, 0, own.length);
    return Nd4j.create(own, new long[] {block.spec().rows(), block.spec().columns()}, 'c');
  }

  SDVariable activate(LayerDescription layer, int index, SDVariable z) {
    boolean last = index == network.layers().size() - 1;
    return last ? z : formulas.activation(layer).of(graph, z);
  }

  private ParameterBlock present(String name) {
    ParameterBlock block = blocks.get(name);
    if (block == null) {
      throw new IllegalStateException(name);
    }
    return block;
  }

  /** The outputs, shape (rows, outputs). */
  double[][] forward(double[][] input) {
    graph.getVariable(INPUT).getArr().assign(Nd4j.create(input));
    return present(graph.output(Map.of(), output), output).dup('c').toDoubleMatrix();
  }

  /**
   * The gradient of {@code Σ output · upstream}.
   *
   * @param gradient what that of parameters is added to, laid out like the flat vector
   * @return that of the input
   */
  double[][] backward(double[][] input, double[][] upstream, double[] gradient) {
    graph.getVariable(INPUT).getArr().assign(Nd4j.create(input));
    List<String> wanted = new ArrayList<>(variables.keySet());
    wanted.add(INPUT);
    Map<String, INDArray> found =
        graph.calculateGradients(Map.of(UPSTREAM, Nd4j.create(upstream)), wanted);
    for (String name : variables.keySet()) {
      double[] own = present(found, name).dup('c').data().asDouble();
      int offset = present(name).offset();
      for (int i = 0; i < own.length; i++) {
        gradient[offset + i] += own[i];
      }
    }
    return present(found, INPUT).dup('c').toDoubleMatrix();
  }

  private static INDArray present(Map<String, INDArray> found, String name) {
    INDArray array = found.get(name);
    if (array == null) {
      throw new IllegalStateException(name);
    }
    return array;
  }
}
