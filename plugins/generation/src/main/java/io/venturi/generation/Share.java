package io.venturi.generation;

import io.venturi.application.Interval;

/**
 * A share or probability that was measured.
 *
 * @param value in [0, 1]
 * @param interval where it would lie on other rows of the same kind, 95 %
 */
public record Share(double value, Interval interval) {}
