/** The compiler's own rooms; nothing outside this artifact uses them. */
@NullMarked
package io.venturi.processor.internal;

import org.jspecify.annotations.NullMarked;
