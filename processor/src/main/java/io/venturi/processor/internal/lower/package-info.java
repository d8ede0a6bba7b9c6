/**
 * Third phase: asks the layer plugins, lets shapes flow from the input to the reconstruction,
 * mirrors the encoder, checks what only now can be checked, and resolves every name.
 */
@NullMarked
package io.venturi.processor.internal.lower;

import org.jspecify.annotations.NullMarked;
