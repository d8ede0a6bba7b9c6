package io.venturi.processor.internal.read;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import io.venturi.processor.internal.CoreNames;
import io.venturi.processor.internal.ir.ClassIndex;
import io.venturi.processor.internal.ir.ClassModel;
import io.venturi.processor.internal.ir.ClassRef;
import io.venturi.processor.internal.ir.Creation;
import io.venturi.processor.internal.ir.Interval;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads classes as the generated code in one package sees them. */
final class ClassReader implements ClassIndex {

  private final Elements elements;
  private final Types types;
  private final PackageElement from;

  ClassReader(Elements elements, Types types, PackageElement from) {
    this.elements = elements;
    this.types = types;
    this.from = from;
  }

  static ClassRef ref(TypeElement type) {
    Deque<String> names = new ArrayDeque<>();
    withEnclosing(type).forEach(each -> names.addFirst(each.getSimpleName().toString()));
    return new ClassRef(
        MoreElements.getPackage(type).getQualifiedName().toString(), List.copyOf(names));
  }

  @Override
  public Optional<ClassModel> find(String binaryName) {
    return Stream.of(binaryName.replace('$', '.'), binaryName)
        .map(elements::getTypeElement)
        .filter(type -> type != null)
        .findFirst()
        .map(this::read);
  }

  ClassModel read(TypeElement type) {
    return new ClassModel(
        ref(type),
        isClass(type) && !type.getModifiers().contains(ABSTRACT),
        isInner(type),
        !type.getTypeParameters().isEmpty(),
        isDeprecated(type),
        isAccessible(type),
        creation(type),
        supertypes(type),
        codomain(type));
  }

  static boolean isInner(TypeElement type) {
    return type.getNestingKind().isNested() && !type.getModifiers().contains(STATIC);
  }

  /** A use of a nested class names the classes around it, too. */
  boolean isDeprecated(TypeElement type) {
    return withEnclosing(type).stream().anyMatch(elements::isDeprecated);
  }

  boolean isAccessible(TypeElement type) {
    return withEnclosing(type).stream().allMatch(this::isAccessibleMember);
  }

  static boolean isPublic(TypeElement type) {
    return withEnclosing(type).stream().allMatch(e -> e.getModifiers().contains(PUBLIC));
  }

  Creation creation(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .filter(constructor -> constructor.getParameters().isEmpty())
        .findFirst()
        .map(this::creation)
        .orElse(Creation.NO_SUCH_CONSTRUCTOR);
  }

  private Creation creation(ExecutableElement constructor) {
    if (!isAccessibleMember(constructor)) {
      return Creation.INACCESSIBLE;
    }
    return constructor.getThrownTypes().stream().anyMatch(this::isChecked)
        ? Creation.THROWS_CHECKED
        : Creation.POSSIBLE;
  }

  private boolean isChecked(TypeMirror thrown) {
    return Stream.of("java.lang.RuntimeException", "java.lang.Error")
        .noneMatch(name -> types.isSubtype(thrown, elements.getTypeElement(name).asType()));
  }

  private boolean isAccessibleMember(Element element) {
    return element.getModifiers().contains(PUBLIC)
        || (!element.getModifiers().contains(PRIVATE)
            && MoreElements.getPackage(element).equals(from));
  }

  private Set<String> supertypes(TypeElement type) {
    Set<String> names = new LinkedHashSet<>();
    Deque<TypeMirror> open = new ArrayDeque<>(types.directSupertypes(type.asType()));
    while (!open.isEmpty()) {
      TypeMirror next = open.removeFirst();
      if (names.add(ref(MoreTypes.asTypeElement(next)).binaryName())) {
        open.addAll(types.directSupertypes(next));
      }
    }
    return Collections.unmodifiableSet(names);
  }

  private static Interval codomain(TypeElement type) {
    return Mirrors.find(type, CoreNames.CODOMAIN).map(Mirrors::interval).orElse(Interval.ALL);
  }

  private static boolean isClass(TypeElement type) {
    return type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD;
  }

  private static List<TypeElement> withEnclosing(TypeElement type) {
    return Stream.<Element>iterate(type, MoreElements::isType, Element::getEnclosingElement)
        .map(MoreElements::asType)
        .toList();
  }
}
