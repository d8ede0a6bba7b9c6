package io.venturi.processor.internal.ir;

/** A method of a spec that is a layer, with its one section and its one layer annotation. */
public record LayerModel(MethodModel method, Section section, AnnotationModel annotation) {

  /** The layer's name. */
  public String name() {
    return method.name();
  }

  /** As messages name it: {@code @Dense wide()}. */
  public String display() {
    return annotation.display() + " " + method.display();
  }
}
