package io.venturi.processor.internal.ir;

/**
 * An annotation on a spec or its layers that a plugin brings, and the artifact of its run-time
 * half.
 */
public record Contribution(ClassRef annotation, String artifact) {}
