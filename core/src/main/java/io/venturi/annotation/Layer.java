package io.venturi.annotation;

import java.util.List;
import java.util.Map;

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
   * All that the layer has learned, by name, in the order of the model file: {@code weights} of
   * shape (inputs, outputs) and {@code biases} of shape (outputs) for a dense layer. Empty for a
   * layer that learns nothing.
   */
  Map<String, Block> blocks();

  /**
   * One of {@link #blocks()}.
   *
   * @throws IllegalArgumentException if the layer has none of this name
   */
  default Block block(String name) {
    Map<String, Block> blocks = blocks();
    Block block = blocks.get(name);
    if (block == null) {
      throw new IllegalArgumentException(
          name() + " has no block " + name + ", but " + blocks.keySet());
    }
    return block;
  }

  /**
   * What values are multiplied by, as a matrix: all axes of {@code weights} but the last together
   * are the rows. For a dense layer of shape (inputs, outputs). Without any rows if the layer has
   * none.
   */
  default float[][] weights() {
    Block weights = blocks().get("weights");
    return weights == null ? new float[0][] : weights.matrix();
  }

  /** What is added to values; for a dense layer of shape (outputs). Empty if the layer has none. */
  default float[] biases() {
    Block biases = blocks().get("biases");
    return biases == null ? new float[0] : biases.values();
  }

  /** Learned numbers. */
  final class Block {

    private final List<Integer> shape;
    private final float[] values;

    /**
     * A block of these numbers, which are not copied.
     *
     * @param shape their sizes, at least one
     * @param values the last axis running fastest
     */
    public Block(List<Integer> shape, float[] values) {
      this.shape = List.copyOf(shape);
      this.values = values;
    }

    /** The sizes. */
    public List<Integer> shape() {
      return shape;
    }

    /** The numbers, the last axis running fastest. */
    public float[] values() {
      return values;
    }

    /** The numbers in rows as long as the last axis. */
    public float[][] matrix() {
      int columns = shape.get(shape.size() - 1);
      float[][] rows = new float[values.length / columns][columns];
      for (int r = 0; r < rows.length; r++) {
        System.arraycopy(values, r * columns, rows[r], 0, columns);
      }
      return rows;
    }
  }
}
