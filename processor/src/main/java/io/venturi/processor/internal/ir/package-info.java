/**
 * What the four phases hand on: read-only records of a spec as it was written, and of the network
 * it becomes. Knows nothing of the compiler that runs it or of the source that is generated.
 */
@NullMarked
package io.venturi.processor.internal.ir;

import org.jspecify.annotations.NullMarked;
