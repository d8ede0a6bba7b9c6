package io.venturi.application;

/**
 * The nearest rows of some rows, nearest first.
 *
 * @param rows numbers of the nearest rows: (queries, k)
 * @param squaredDistances how far they are, squared: (queries, k)
 */
@SuppressWarnings("ArrayRecordComponent") // A pair of results; nobody compares them.
public record Neighbours(int[][] rows, double[][] squaredDistances) {}
