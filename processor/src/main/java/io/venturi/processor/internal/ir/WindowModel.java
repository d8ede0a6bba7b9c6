package io.venturi.processor.internal.ir;

/**
 * What {@code @ImageWindow} on a member says.
 *
 * @param isOdd whether only odd numbers will do
 */
public record WindowModel(boolean isOdd) {}
