/**
 * Rows of numbers to train on and to score: {@link io.venturi.data.Dataset}, its readers and its
 * checks. Reads are thread-safe, and whatever is wrong with the data is a {@link
 * io.venturi.error.DataException} that names the place.
 */
@NullMarked
package io.venturi.data;

import org.jspecify.annotations.NullMarked;
