package io.venturi.processor.internal.ir;

import java.util.List;

/** The value of an annotation's member. */
public sealed interface Value {

  /** Where it is written; the annotation itself for a default. */
  Origin origin();

  /** A primitive, boxed, or a text. */
  record Literal(Object value, Origin origin) implements Value {}

  /** A constant of an enum. */
  record Constant(String name, Origin origin) implements Value {}

  /**
   * A class literal.
   *
   * @param isNone whether it names the very bound of its member, which stands for "none"
   */
  record Type(ClassModel type, boolean isNone, Origin origin) implements Value {}

  /** An annotation within an annotation. */
  record Nested(AnnotationModel annotation, Origin origin) implements Value {}

  /** An array's elements. */
  record Array(List<Value> elements, Origin origin) implements Value {

    public Array {
      elements = List.copyOf(elements);
    }
  }
}
