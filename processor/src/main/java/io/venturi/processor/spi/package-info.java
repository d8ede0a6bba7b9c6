/**
 * What the author of a layer plugin implements for the compiler: one {@link
 * io.venturi.processor.spi.LayerProcessor} for each layer annotation, found by {@link
 * java.util.ServiceLoader} on the processor path. Everything here is JDK types and read-only
 * records; nothing of the compiler's own model or of the generated source leaks through.
 */
@NullMarked
package io.venturi.processor.spi;

import org.jspecify.annotations.NullMarked;
