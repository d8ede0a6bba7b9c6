package io.venturi.processor.internal.ir;

/** What a spec is declared as. */
public enum SpecForm {
  INTERFACE("an interface"),
  ABSTRACT_CLASS("an abstract class"),
  CONCRETE_CLASS("a class that is not abstract"),
  ENUM("an enum"),
  RECORD("a record"),
  ANNOTATION("an annotation");

  private final String text;

  SpecForm(String text) {
    this.text = text;
  }

  /** With its article. */
  public String text() {
    return text;
  }

  /** Whether generated code can implement it. */
  public boolean canBeImplemented() {
    return this == INTERFACE || this == ABSTRACT_CLASS;
  }
}
