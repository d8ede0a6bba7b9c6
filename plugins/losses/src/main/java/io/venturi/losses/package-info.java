/** Losses, by their annotations: what a reconstruction costs. */
@NullMarked
package io.venturi.losses;

import org.jspecify.annotations.NullMarked;
