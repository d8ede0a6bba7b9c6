/**
 * Anomaly detection: {@link io.venturi.anomaly.AnomalyDetection} makes a {@link
 * io.venturi.anomaly.Detector} of normal rows, which scores others by how a model of the normal
 * ones fails on them.
 */
@NullMarked
package io.venturi.anomaly;

import org.jspecify.annotations.NullMarked;
