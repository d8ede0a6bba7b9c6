/**
 * Codes as features of learners: data for Tribuo, and what codes are worth beside raw inputs and
 * principal components, {@link io.venturi.features.Features}.
 */
@NullMarked
package io.venturi.features;

import org.jspecify.annotations.NullMarked;
