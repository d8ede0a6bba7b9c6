/** The annotation processor that turns specs into networks. */
@NullMarked
package io.venturi.processor;

import org.jspecify.annotations.NullMarked;
