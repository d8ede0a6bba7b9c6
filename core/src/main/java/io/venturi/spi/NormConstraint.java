package io.venturi.spi;

/**
 * Holds norms of weights after every step of training, and before the first one: the Euclidean norm
 * of the weights that one input of a layer feeds, where {@link ParameterSpec#readers} says which
 * those are. The objective does not know of it, and its gradient is not projected. Stateless and
 * thread-safe.
 */
public interface NormConstraint {

  /** Whether it holds the weights of layers in this section. */
  boolean holds(Section section);

  /**
   * What weights are multiplied by to bring them back: 1 where they are as they may be. What it
   * gives is where it holds, so that doing it twice changes nothing: {@code scale(norm ·
   * scale(norm))} is 1, but for rounding.
   *
   * @param norm of some weights, at least 0, finite
   * @return finite; at least 0
   */
  double scale(double norm);
}
