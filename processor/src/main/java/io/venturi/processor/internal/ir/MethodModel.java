package io.venturi.processor.internal.ir;

import java.util.List;

/**
 * A method of a spec that is abstract or carries one of our annotations.
 *
 * @param declaredIn the type that declares it, as source code has it
 * @param returnType as source code has it
 * @param annotations those with a {@link Kind}
 */
public record MethodModel(
    String name,
    String declaredIn,
    boolean isAbstract,
    boolean isDeprecated,
    boolean isGeneric,
    int parameters,
    String returnType,
    List<AnnotationModel> annotations,
    Origin origin) {

  public MethodModel {
    annotations = List.copyOf(annotations);
  }

  /** The annotations that name a section. */
  public List<AnnotationModel> sections() {
    return annotations.stream().filter(a -> a.is(Kind.InSection.class)).toList();
  }

  /** The annotations that a layer plugin brings. */
  public List<AnnotationModel> layers() {
    return annotations.stream().filter(a -> a.is(Kind.IsLayer.class)).toList();
  }

  /** As messages name it: {@code wide()}. */
  public String display() {
    return name + "()";
  }
}
