package io.venturi.samples.gallery;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of an exhibit.
 *
 * @param error the mean squared error of reconstructions of clean test rows, comparable for all
 * @param figures what the exhibit is judged by, in its order
 * @param unitsInUse numbers of the code that vary over the test rows
 * @param units all numbers of the code
 * @param seconds of training
 * @param noisy what the model saw in place of the images that are shown, if it was not those
 * @param reconstructions of the images that are shown
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Outcome(
    Exhibit exhibit,
    double error,
    Map<Measure, String> figures,
    int unitsInUse,
    int units,
    double seconds,
    float @Nullable [][] noisy,
    float[][] reconstructions) {}
