/**
 * Second phase: checks a spec as it was written. Checks that need shapes or plugins come with the
 * phase that resolves them.
 */
@NullMarked
package io.venturi.processor.internal.validate;

import org.jspecify.annotations.NullMarked;
