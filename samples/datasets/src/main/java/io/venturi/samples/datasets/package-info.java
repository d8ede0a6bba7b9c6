/** Images for the samples: a small set in the jar, PNGs to look at, downloads to watch. */
@NullMarked
package io.venturi.samples.datasets;

import org.jspecify.annotations.NullMarked;
