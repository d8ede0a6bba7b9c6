/**
 * Rows drawn from trained models, walks through their codes, and figures that say how good they
 * are.
 */
@NullMarked
package io.venturi.generation;

import org.jspecify.annotations.NullMarked;
