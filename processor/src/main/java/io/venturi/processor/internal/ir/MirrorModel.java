package io.venturi.processor.internal.ir;

/**
 * {@code @Mirrored} as a spec writes it.
 *
 * @param output the last layer's activation
 */
public record MirrorModel(Value.Type output, boolean tied, Origin origin) {}
