package io.venturi.train;

/**
 * What is known before the first step.
 *
 * @param epochs how many are planned
 * @param rows rows of one epoch
 */
public record TrainingStart(int epochs, int rows) {}
