/** First phase: javac's mirrors to records. Judges nothing. */
@NullMarked
package io.venturi.processor.internal.read;

import org.jspecify.annotations.NullMarked;
