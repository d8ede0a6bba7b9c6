package io.venturi.processor.internal.ir;

/**
 * A place in the user's source. Only the phase that reads and the printer of errors look inside.
 */
public interface Origin {}
