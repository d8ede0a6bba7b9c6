package io.venturi.processor.spi;

/** One argument of a kernel's constructor, as generated code writes it. */
public sealed interface Argument {

  /** A number that is no size, such as a stride. */
  record IntLiteral(int value) implements Argument {}

  /** A finite number. */
  record FloatLiteral(float value) implements Argument {

    public FloatLiteral {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("a literal is finite, not " + value);
      }
    }
  }

  /** A finite number in double precision. */
  record DoubleLiteral(double value) implements Argument {

    public DoubleLiteral {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a literal is finite, not " + value);
      }
    }
  }

  /** {@code true} or {@code false}. */
  record BooleanLiteral(boolean value) implements Argument {}

  /** A text, escaped as needed. */
  record StringLiteral(String value) implements Argument {}

  /** A size of a shape. */
  record Size(Dim dim) implements Argument {}

  /**
   * A new instance of a class with an accessible constructor without parameters.
   *
   * @param type its binary name
   */
  record NewInstance(String type) implements Argument {}

  /**
   * A new instance of the layer's activation, or of the linear one in the network's last layer,
   * whose activation belongs to the loss.
   */
  record LayerActivation() implements Argument {}

  /**
   * The kernel of an earlier layer.
   *
   * @param layer its name
   */
  record KernelOf(String layer) implements Argument {}
}
