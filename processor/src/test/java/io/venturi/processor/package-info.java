/** Whole compilations: specs in, errors or networks out. */
@NullMarked
package io.venturi.processor;

import org.jspecify.annotations.NullMarked;
