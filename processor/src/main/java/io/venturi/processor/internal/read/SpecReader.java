package io.venturi.processor.internal.read;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.SEALED;

import com.google.auto.common.GeneratedAnnotations;
import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import com.google.auto.common.SuperficialValidation;
import io.venturi.processor.internal.CoreNames;
import io.venturi.processor.internal.diagnostics.ElementOrigin;
import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.diagnostics.Sources;
import io.venturi.processor.internal.diagnostics.TreeOrigin;
import io.venturi.processor.internal.ir.AnnotationModel;
import io.venturi.processor.internal.ir.ClassIndex;
import io.venturi.processor.internal.ir.MethodModel;
import io.venturi.processor.internal.ir.MirrorModel;
import io.venturi.processor.internal.ir.SpecForm;
import io.venturi.processor.internal.ir.SpecModel;
import io.venturi.processor.internal.ir.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads a spec. */
public final class SpecReader {

  private final Elements elements;
  private final Types types;
  private final SourceVersion source;
  private final Sources sources;

  public SpecReader(Elements elements, Types types, SourceVersion source, Sources sources) {
    this.elements = elements;
    this.types = types;
    this.source = source;
    this.sources = sources;
  }

  /** Whether everything that the spec names exists; what does not may be generated yet. */
  public boolean isComplete(TypeElement spec) {
    return MethodHierarchy.types(spec).stream().allMatch(SpecReader::isWhole)
        && unknownNames(spec).isEmpty();
  }

  /**
   * What there is to say of names that stand for nothing, beyond the compiler's own errors: it has
   * one for each of them in the source, but none for those in class files.
   */
  public Report unknown(TypeElement spec) {
    Report.Builder report = new Report.Builder();
    Suggestions suggestions = new Suggestions(elements);
    Set<String> said = new HashSet<>();
    for (UnknownName name : unknownNames(spec)) {
      String display = name.display(name.simpleName());
      if (said.add(display)) {
        suggestions
            .of(name)
            .ifPresent(
                advice ->
                    report.add(Message.UNKNOWN_NAME, new TreeOrigin(name.path()), display, advice));
      }
    }
    for (TypeElement type : MethodHierarchy.types(spec)) {
      report.addIf(
          !type.equals(spec) && sources.path(type).isEmpty() && !isWhole(type),
          Message.INCOMPLETE_BASE,
          ElementOrigin.of(spec),
          ClassReader.ref(spec).sourceName(),
          ClassReader.ref(type).canonicalName());
    }
    return report.build();
  }

  private static boolean isWhole(TypeElement type) {
    return SuperficialValidation.validateElement(type)
        && type.getEnclosedElements().stream().noneMatch(SpecReader::namesMissingClass);
  }

  /** That a class which a class file names is missing only shows when its kind is asked for. */
  private static boolean namesMissingClass(Element element) {
    return element.getAnnotationMirrors().stream()
        .flatMap(annotation -> annotation.getElementValues().values().stream())
        .map(AnnotationValue::getValue)
        .anyMatch(value -> value instanceof TypeMirror t && t.getKind() == TypeKind.ERROR);
  }

  private List<UnknownName> unknownNames(TypeElement spec) {
    return sources.trees().stream()
        .flatMap(
            trees ->
                MethodHierarchy.types(spec).stream()
                    .flatMap(type -> sources.path(type).stream())
                    .flatMap(path -> UnknownNames.of(path, trees).stream()))
        .toList();
  }

  /** The classes on the class path, as the spec's package sees them. */
  public ClassIndex classes(TypeElement spec) {
    return classReader(spec);
  }

  /** The spec as it is written. */
  public SpecModel read(TypeElement spec) {
    ClassReader classes = classReader(spec);
    AnnotationReader annotations = new AnnotationReader(classes);
    AnnotationModel autoencoder =
        annotations.read(spec, Mirrors.find(spec, CoreNames.AUTOENCODER).orElseThrow());
    return new SpecModel(
        ClassReader.ref(spec),
        form(spec),
        !spec.getTypeParameters().isEmpty(),
        spec.getModifiers().contains(SEALED),
        ClassReader.isInner(spec),
        classes.isAccessible(spec),
        ClassReader.isPublic(spec),
        classes.isDeprecated(spec),
        Mirrors.find(spec, CoreNames.OVERCOMPLETE).isPresent(),
        classes.creation(spec),
        memberTypes(spec),
        autoencoder,
        array(autoencoder, "input"),
        array(autoencoder, "decoder").elements().stream().map(SpecReader::mirror).toList(),
        annotations.marked(spec),
        methods(spec, annotations),
        GeneratedAnnotations.generatedAnnotation(elements, source).map(ClassReader::ref),
        ElementOrigin.of(spec));
  }

  private ClassReader classReader(TypeElement spec) {
    return new ClassReader(elements, types, MoreElements.getPackage(spec));
  }

  private static SpecForm form(TypeElement spec) {
    return switch (spec.getKind()) {
      case INTERFACE -> SpecForm.INTERFACE;
      case ENUM -> SpecForm.ENUM;
      case RECORD -> SpecForm.RECORD;
      case ANNOTATION_TYPE -> SpecForm.ANNOTATION;
      default ->
          spec.getModifiers().contains(ABSTRACT)
              ? SpecForm.ABSTRACT_CLASS
              : SpecForm.CONCRETE_CLASS;
    };
  }

  /** Inside a class that implements the spec, these names mean the spec's nested types. */
  private static Set<String> memberTypes(TypeElement spec) {
    return MethodHierarchy.types(spec).stream()
        .flatMap(type -> ElementFilter.typesIn(type.getEnclosedElements()).stream())
        .map(type -> type.getSimpleName().toString())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Value.Array array(AnnotationModel annotation, String member) {
    return annotation
        .member(member)
        .map(found -> (Value.Array) found.value())
        .orElseThrow(() -> new IllegalStateException(annotation.display() + " has no " + member));
  }

  private static MirrorModel mirror(Value value) {
    AnnotationModel mirrored = ((Value.Nested) value).annotation();
    return new MirrorModel(
        (Value.Type) mirrored.member("output").orElseThrow().value(),
        ((Value.Literal) mirrored.member("tied").orElseThrow().value()).value().equals(true),
        mirrored.origin());
  }

  private List<MethodModel> methods(TypeElement spec, AnnotationReader annotations) {
    return new MethodHierarchy(elements, spec)
        .methods().stream()
            .map(method -> method(spec, method, annotations))
            .filter(method -> method.isAbstract() || !method.annotations().isEmpty())
            .toList();
  }

  private MethodModel method(
      TypeElement spec, ExecutableElement method, AnnotationReader annotations) {
    TypeElement declaring = MoreElements.asType(method.getEnclosingElement());
    return new MethodModel(
        method.getSimpleName().toString(),
        ClassReader.ref(declaring).sourceName(),
        method.getModifiers().contains(ABSTRACT),
        elements.isDeprecated(method),
        !method.getTypeParameters().isEmpty(),
        method.getParameters().size(),
        returnType(spec, method),
        annotations.marked(method),
        ElementOrigin.of(method));
  }

  /** As the spec has it: an inherited {@code T code()} may return a Layer here. */
  private String returnType(TypeElement spec, ExecutableElement method) {
    TypeMirror type =
        ((ExecutableType) types.asMemberOf((DeclaredType) spec.asType(), method)).getReturnType();
    return type.getKind() == TypeKind.DECLARED
        ? ClassReader.ref(MoreTypes.asTypeElement(type)).canonicalName()
        : type.toString();
  }
}
