package io.venturi.train;

import io.venturi.model.Model;

/**
 * A finished training.
 *
 * @param model the trained model
 * @param history its course
 * @param <S> the spec
 */
public record Training<S>(Model<S> model, History history) {}
