package io.venturi.train;

/**
 * Limits gradients before the optimizer sees them.
 *
 * @param kind what is limited
 * @param limit above 0
 */
public record GradientClipping(Kind kind, double limit) {

  /** What is limited. */
  public enum Kind {
    /** The Euclidean norm of the whole gradient vector (Pascanu et al., 2013). */
    NORM,
    /** Each value, to [−limit, limit]. */
    VALUE
  }

  /** Checks the limit. */
  public GradientClipping {
    Hyperparameters.requirePositive("the gradient clipping's limit", limit);
  }

  /** Scales the whole gradient down where its norm is above {@code limit}. */
  public static GradientClipping byNorm(double limit) {
    return new GradientClipping(Kind.NORM, limit);
  }

  /** Cuts each value off at ±{@code limit}. */
  public static GradientClipping byValue(double limit) {
    return new GradientClipping(Kind.VALUE, limit);
  }
}
