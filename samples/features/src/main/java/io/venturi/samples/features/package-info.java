/** Codes as features: what they are worth to learners that have few labels. */
@NullMarked
package io.venturi.samples.features;

import org.jspecify.annotations.NullMarked;
