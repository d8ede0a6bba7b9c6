/** Trained models: inference, and one file to save them in. */
@NullMarked
package io.venturi.model;

import org.jspecify.annotations.NullMarked;
