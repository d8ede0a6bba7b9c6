package io.venturi.processor.internal.ir;

/** Whether generated code can call a class's constructor without parameters. */
public enum Creation {
  POSSIBLE,
  NO_SUCH_CONSTRUCTOR,
  INACCESSIBLE,
  THROWS_CHECKED
}
