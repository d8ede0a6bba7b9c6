package io.venturi.train;

import java.util.OptionalLong;

/**
 * What is known before the first step.
 *
 * @param epochs how many are planned
 * @param rows rows of one epoch; of a stream of which a share is set aside, about how many; empty
 *     for a stream whose length nobody knows yet
 */
public record TrainingStart(int epochs, OptionalLong rows) {}
