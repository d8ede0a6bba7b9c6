package io.venturi.processor.internal.validate;

import io.venturi.processor.internal.ir.Creation;

/** Words for why an instance cannot be made. */
final class Creations {

  private Creations() {}

  static String fact(Creation creation) {
    return switch (creation) {
      case POSSIBLE -> throw new IllegalArgumentException("nothing is wrong");
      case NO_SUCH_CONSTRUCTOR -> "has no constructor without parameters";
      case INACCESSIBLE -> "has a constructor without parameters that generated code cannot see";
      case THROWS_CHECKED -> "has a constructor without parameters that throws a checked exception";
    };
  }

  /** What the constructor must be, after "Give it a constructor without parameters". */
  static String fix(Creation creation) {
    return switch (creation) {
      case POSSIBLE -> throw new IllegalArgumentException("nothing is wrong");
      case NO_SUCH_CONSTRUCTOR, INACCESSIBLE -> " that its generated code may call";
      case THROWS_CHECKED -> " that throws none";
    };
  }
}
