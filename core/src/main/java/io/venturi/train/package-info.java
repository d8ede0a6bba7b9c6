/** Training: the trainer, its objective and step, optimizers, listeners. */
@NullMarked
package io.venturi.train;

import org.jspecify.annotations.NullMarked;
