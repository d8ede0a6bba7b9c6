/** Noisy images, restored by a model and by filters. */
@NullMarked
package io.venturi.samples.restoration;

import org.jspecify.annotations.NullMarked;
