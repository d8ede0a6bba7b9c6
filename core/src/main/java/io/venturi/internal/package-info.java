/** What nobody outside core uses. */
@NullMarked
package io.venturi.internal;

import org.jspecify.annotations.NullMarked;
