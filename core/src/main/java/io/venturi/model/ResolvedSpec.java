package io.venturi.model;

/**
 * A spec whose plugins are found: what a trainer starts from.
 *
 * @param <S> the spec
 */
public interface ResolvedSpec<S> {

  /** The spec's class. */
  Class<S> spec();

  /** Whether the spec leaves its width to the data. */
  boolean takesWidthFromData();

  /**
   * The spec for rows of so many values. One whose width is fixed does not look at them: that the
   * data fits is for the caller to check.
   *
   * @param inputs at least 1
   */
  SpecBinding<S> at(int inputs);
}
