package io.venturi.processor.internal.read;

import com.sun.source.util.TreePath;

/** A name in an annotation of a spec that stands for nothing. */
record UnknownName(String simpleName, boolean isAnnotation, TreePath path) {

  /** As users write it: {@code @Dense}, {@code Relu}. */
  String display(String name) {
    return isAnnotation ? "@" + name : name;
  }
}
