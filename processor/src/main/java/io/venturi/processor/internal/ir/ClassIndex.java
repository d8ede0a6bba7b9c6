package io.venturi.processor.internal.ir;

import java.util.Optional;

/** The classes on the compiler's class path. */
public interface ClassIndex {

  /** The class of this binary name, seen from the spec's package. */
  Optional<ClassModel> find(String binaryName);
}
