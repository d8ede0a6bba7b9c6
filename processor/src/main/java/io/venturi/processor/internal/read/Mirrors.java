package io.venturi.processor.internal.read;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import io.venturi.processor.internal.ir.ClassRef;
import io.venturi.processor.internal.ir.Interval;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;

/** Values of core's own annotations, whose members are known. */
final class Mirrors {

  private Mirrors() {}

  static Optional<AnnotationMirror> find(Element element, String annotation) {
    return MoreElements.getAnnotationMirror(element, annotation).toJavaUtil();
  }

  static String text(AnnotationMirror mirror, String member) {
    return (String) value(mirror, member);
  }

  static boolean truth(AnnotationMirror mirror, String member) {
    return (boolean) value(mirror, member);
  }

  static int whole(AnnotationMirror mirror, String member) {
    return (int) value(mirror, member);
  }

  /** A {@code @Range}, or a {@code @Codomain} as an annotation or as the value of a member. */
  static Interval interval(AnnotationMirror mirror) {
    return new Interval(
        (double) value(mirror, "min"),
        (double) value(mirror, "max"),
        (boolean) value(mirror, "minExclusive"),
        (boolean) value(mirror, "maxExclusive"));
  }

  static AnnotationMirror nested(AnnotationMirror mirror, String member) {
    return (AnnotationMirror) value(mirror, member);
  }

  static String constant(AnnotationMirror mirror, String member) {
    return ((VariableElement) value(mirror, member)).getSimpleName().toString();
  }

  static List<String> texts(AnnotationMirror mirror, String member) {
    return ((List<?>) value(mirror, member))
        .stream().map(element -> (String) ((AnnotationValue) element).getValue()).toList();
  }

  static List<String> constants(AnnotationMirror mirror, String member) {
    return ((List<?>) value(mirror, member))
        .stream()
            .map(element -> (VariableElement) ((AnnotationValue) element).getValue())
            .map(constant -> constant.getSimpleName().toString())
            .toList();
  }

  /** Without those that are not on the class path. */
  static List<ClassRef> classes(AnnotationMirror mirror, String member) {
    return ((List<?>) value(mirror, member))
        .stream()
            .map(element -> ((AnnotationValue) element).getValue())
            .filter(
                type ->
                    type instanceof DeclaredType declared
                        && declared.getKind() == TypeKind.DECLARED)
            .map(type -> ClassReader.ref(MoreTypes.asTypeElement((DeclaredType) type)))
            .toList();
  }

  private static Object value(AnnotationMirror mirror, String member) {
    return AnnotationMirrors.getAnnotationValue(mirror, member).getValue();
  }
}
