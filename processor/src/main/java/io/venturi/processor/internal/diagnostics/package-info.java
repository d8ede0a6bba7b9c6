/** What can be wrong with a spec, and how users are told. */
@NullMarked
package io.venturi.processor.internal.diagnostics;

import org.jspecify.annotations.NullMarked;
