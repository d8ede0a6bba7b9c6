/**
 * Conformance tests for authors of plugins: whatever a spec is made of, layers, loss, noise and
 * types, is checked against formulas, finite differences and the contracts of {@code
 * io.venturi.spi}. {@link io.venturi.testkit.Conformance} is the way in.
 */
@NullMarked
package io.venturi.testkit;

import org.jspecify.annotations.NullMarked;
