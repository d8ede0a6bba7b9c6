/** Images drawn from two models, judged in a report. */
@NullMarked
package io.venturi.samples.generation;

import org.jspecify.annotations.NullMarked;
