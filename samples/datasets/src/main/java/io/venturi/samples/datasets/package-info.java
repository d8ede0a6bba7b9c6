/** Images for the samples: a small set in the jar, whole sets from a directory, PNGs to look at. */
@NullMarked
package io.venturi.samples.datasets;

import org.jspecify.annotations.NullMarked;
