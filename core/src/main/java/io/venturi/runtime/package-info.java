/** The way in: {@link io.venturi.runtime.Venturi}, plugin discovery, the Guice modules. */
@NullMarked
package io.venturi.runtime;

import org.jspecify.annotations.NullMarked;
