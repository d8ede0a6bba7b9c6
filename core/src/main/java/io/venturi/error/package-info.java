/** The exceptions of Venturi and the catalogue of their messages. Depends on the JDK alone. */
@NullMarked
package io.venturi.error;

import org.jspecify.annotations.NullMarked;
