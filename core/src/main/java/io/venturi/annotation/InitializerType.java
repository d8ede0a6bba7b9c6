package io.venturi.annotation;

/**
 * A class that a spec may name as an initializer of weights. It also implements {@code
 * io.venturi.kernel.Initializer}, which says what it computes, and has a public constructor without
 * parameters.
 *
 * <p>As a value in a spec, {@code InitializerType.class} itself stands for the layer's default.
 */
public interface InitializerType {}
