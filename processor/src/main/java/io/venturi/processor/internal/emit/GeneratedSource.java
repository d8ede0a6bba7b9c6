package io.venturi.processor.internal.emit;

import io.venturi.processor.internal.ir.ClassRef;

/** A source file to be written. */
public record GeneratedSource(ClassRef type, String text) {}
