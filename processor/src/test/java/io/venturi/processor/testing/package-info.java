/** Plugin annotations for tests, as other people's plugins would have them. */
@NullMarked
package io.venturi.processor.testing;

import org.jspecify.annotations.NullMarked;
