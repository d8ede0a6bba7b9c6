package io.venturi.processor.internal.diagnostics;

import io.venturi.processor.internal.ir.Origin;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * A place in the source, as javac knows it.
 *
 * @param annotation on the element; null for the element itself
 * @param value in the annotation; null for the annotation itself
 */
public record ElementOrigin(
    Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value)
    implements Origin {

  /** The element itself. */
  public static ElementOrigin of(Element element) {
    return new ElementOrigin(element, null, null);
  }

  /** An annotation on the element. */
  public static ElementOrigin of(Element element, AnnotationMirror annotation) {
    return new ElementOrigin(element, annotation, null);
  }

  /** A value in this annotation, however deep. */
  public ElementOrigin at(AnnotationValue inner) {
    return new ElementOrigin(element, annotation, inner);
  }
}
