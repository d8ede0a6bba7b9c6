package io.venturi.testkit;

import io.venturi.spi.LayerDescription;
import io.venturi.spi.NetworkDescription;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.factory.Nd4j;

/** What a {@link LayerFormula} knows of its layer, and where it makes its expression. */
public final class LayerGraph {

  private final Stage stage;
  private final LayerDescription layer;
  private final int index;

  LayerGraph(Stage stage, LayerDescription layer, int index) {
    this.stage = stage;
    this.layer = layer;
    this.index = index;
  }

  /** Where expressions are made, in double precision. */
  public SameDiff graph() {
    return stage.graph();
  }

  /** The layer's line of the network's table. */
  public LayerDescription layer() {
    return layer;
  }

  /** The whole network, for layers that depend on others. */
  public NetworkDescription network() {
    return stage.network();
  }

  /** An attribute of {@link #layer()}, as a number. */
  public double number(String attribute) {
    String text = layer.attributes().get(attribute);
    if (text == null) {
      throw new IllegalArgumentException(
          layer.name() + " has no attribute " + attribute + ", only " + layer.attributes());
    }
    return Double.parseDouble(text);
  }

  /** The layer's number in the network, from 0. */
  public int index() {
    return index;
  }

  /** How many rows the batch has. */
  public int rows() {
    return stage.rows();
  }

  /** What {@code NetworkWorkspace.seed()} is in the step at hand. */
  public long seed() {
    return stage.seed();
  }

  /**
   * Whether this is a step of training; else a model in use, where nothing is dropped or drawn, and
   * {@link #state()} stands for statistics of the batch.
   */
  public boolean isTraining() {
    return stage.isTraining();
  }

  /**
   * What the layer has learned without a gradient, as many numbers as its kernel's {@code
   * stateSize}, as it left them.
   *
   * @throws IllegalStateException in training
   */
  public double[] state() {
    return stage.state(index);
  }

  /**
   * A block of the layer's parameters, by the name that its kernel gives it; shape (rows, columns)
   * as there.
   */
  public SDVariable parameter(String block) {
    return stage.parameter(layer.name(), block);
  }

  /** A block of another layer's parameters, which this layer uses too. */
  public SDVariable parameterOf(String layerName, String block) {
    return stage.parameter(layerName, block);
  }

  /** Numbers that do not change, shape (rows, columns). */
  public SDVariable constant(double[][] values) {
    return stage.graph().constant(Nd4j.create(values));
  }

  /** The layer's activation, its attribute {@code activation}; the last layer's is left out. */
  public SDVariable activate(SDVariable z) {
    return stage.activate(layer, index, z);
  }
}
