/** The quickstart on full data sets in a directory. */
@NullMarked
package io.venturi.samples.mnist;

import org.jspecify.annotations.NullMarked;
