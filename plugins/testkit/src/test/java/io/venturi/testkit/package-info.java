/** The kit on sound parts, and on parts with known faults. */
@NullMarked
package io.venturi.testkit;

import org.jspecify.annotations.NullMarked;
