package io.venturi.reduction;

import io.venturi.application.Interval;
import java.util.Optional;

/**
 * What one of those that are compared comes to on the held-out rows.
 *
 * @param name what it is
 * @param meanSquaredError of reconstructions, over all rows and values
 * @param interval where that may lie on other rows of the same kind
 * @param squaredErrorPerRow the sum over a row's values, mean over rows: {@code meanSquaredError}
 *     times the width
 * @param explainedVariance which part of the held-out rows' squared distance from the mean of the
 *     training rows its reconstructions make up for: 1 if they are exact, 0 if they are no better
 *     than that mean, below 0 if they are worse
 * @param neighbourhoods how well its codes keep neighbourhoods; empty for what has no codes
 */
public record Contender(
    String name,
    double meanSquaredError,
    Interval interval,
    double squaredErrorPerRow,
    double explainedVariance,
    Optional<Neighbourhoods> neighbourhoods) {}
