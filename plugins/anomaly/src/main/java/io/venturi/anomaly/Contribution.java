package io.venturi.anomaly;

/**
 * What one feature adds to a row's score.
 *
 * @param feature its number, from 0
 * @param name its name, or {@code feature <number>}
 * @param value how much of the score, 0 or more
 */
public record Contribution(int feature, String name, double value) {}
