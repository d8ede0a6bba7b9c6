package io.venturi.annotation;

/**
 * A class that a spec may name as an activation. It also implements {@code
 * io.venturi.kernel.Activation}, which says what it computes, has a public constructor without
 * parameters, and carries {@link Codomain} where its values are bounded.
 *
 * <p>As a value in a spec, {@code ActivationType.class} itself stands for no activation.
 */
public interface ActivationType {}
