/** Last phase: writes the network's source, and is the only one that knows JavaPoet. */
@NullMarked
package io.venturi.processor.internal.emit;

import org.jspecify.annotations.NullMarked;
