package io.venturi.processor.internal.ir;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A spec as it was written, right or wrong.
 *
 * @param creation of an abstract class: whether generated code can extend it
 * @param isAccessible from its own package
 * @param isPublic it and everything around it
 * @param memberTypes simple names that mean a nested type inside a class that implements it
 * @param autoencoder the {@code @Autoencoder} annotation
 * @param input the sizes of one row
 * @param mirrors the elements of {@code decoder}
 * @param annotations on the spec, those with a {@link Kind}, in source order
 * @param methods inherited ones first, base before derived, in source order
 * @param generatedAnnotation {@code @Generated} of this JDK, if there is one
 */
public record SpecModel(
    ClassRef ref,
    SpecForm form,
    boolean isGeneric,
    boolean isSealed,
    boolean isInner,
    boolean isAccessible,
    boolean isPublic,
    boolean isDeprecated,
    boolean isOvercomplete,
    Creation creation,
    Set<String> memberTypes,
    AnnotationModel autoencoder,
    Value.Array input,
    List<MirrorModel> mirrors,
    List<AnnotationModel> annotations,
    List<MethodModel> methods,
    Optional<ClassRef> generatedAnnotation,
    Origin origin) {

  public SpecModel {
    memberTypes = Set.copyOf(memberTypes);
    mirrors = List.copyOf(mirrors);
    annotations = List.copyOf(annotations);
    methods = List.copyOf(methods);
  }

  /** The annotations on the spec that mean a {@code kind}. */
  public List<AnnotationModel> annotations(Class<? extends Kind> kind) {
    return annotations.stream().filter(a -> a.is(kind)).toList();
  }
}
