package io.venturi.train;

import io.venturi.model.Model;

/**
 * A finished training.
 *
 * @param model the trained model
 * @param history its course
 * @param <S> the spec
 */
public record Training<S>(Model<S> model, History history) {

  /**
   * This training as one of its spec.
   *
   * @throws ClassCastException if it was of another spec
   */
  @SuppressWarnings("unchecked") // A model's type is that of its layers.
  <T> Training<T> of(Class<T> spec) {
    if (!spec.isInstance(model.layers())) {
      throw new ClassCastException(model + " is no model of " + spec.getName());
    }
    return (Training<T>) this;
  }
}
