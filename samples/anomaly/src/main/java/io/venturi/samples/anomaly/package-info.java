/** Detectors of anomalies in tables of any width. */
@NullMarked
package io.venturi.samples.anomaly;

import org.jspecify.annotations.NullMarked;
