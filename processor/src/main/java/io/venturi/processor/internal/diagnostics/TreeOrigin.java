package io.venturi.processor.internal.diagnostics;

import com.sun.source.util.TreePath;
import io.venturi.processor.internal.ir.Origin;

/** A place in the source that stands for nothing that the compiler knows. */
public record TreeOrigin(TreePath path) implements Origin {}
