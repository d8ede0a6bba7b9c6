package io.venturi.processor.internal.read;

import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The methods that a spec has, own and inherited. */
final class MethodHierarchy {

  private final Elements elements;
  private final TypeElement spec;
  private final TypeElement object;

  MethodHierarchy(Elements elements, TypeElement spec) {
    this.elements = elements;
    this.spec = spec;
    this.object = elements.getTypeElement("java.lang.Object");
  }

  /** The spec and everything it inherits from, {@link Object} aside, base before derived. */
  static Set<TypeElement> types(TypeElement spec) {
    Set<TypeElement> types = new LinkedHashSet<>();
    collect(spec, types);
    return types;
  }

  private static void collect(TypeElement type, Set<TypeElement> types) {
    TypeMirror superclass = type.getSuperclass();
    if (superclass.getKind() == TypeKind.DECLARED
        && !MoreTypes.isTypeOf(Object.class, superclass)) {
      collect(MoreTypes.asTypeElement(superclass), types);
    }
    for (TypeMirror implemented : type.getInterfaces()) {
      if (implemented.getKind() == TypeKind.DECLARED) {
        collect(MoreTypes.asTypeElement(implemented), types);
      }
    }
    types.add(type);
  }

  /**
   * In source order, inherited ones first. A method that overrides another takes its place: a
   * derived spec changes a layer without moving it.
   */
  List<ExecutableElement> methods() {
    List<ExecutableElement> methods = new ArrayList<>();
    for (TypeElement type : types(spec)) {
      for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
        if ((type.equals(spec) || isInherited(method)) && !everyObjectHas(method)) {
          add(method, methods);
        }
      }
    }
    return methods;
  }

  private void add(ExecutableElement method, List<ExecutableElement> methods) {
    if (methods.stream().anyMatch(earlier -> elements.overrides(earlier, method, spec))) {
      return; // a superclass implements what an interface asks for
    }
    List<ExecutableElement> overridden =
        methods.stream().filter(earlier -> elements.overrides(method, earlier, spec)).toList();
    if (overridden.isEmpty()) {
      methods.add(method);
    } else {
      methods.set(methods.indexOf(overridden.get(0)), method);
      methods.removeAll(overridden.subList(1, overridden.size()));
    }
  }

  /** An interface may ask for {@code toString()}; the generated class has it from Object. */
  private boolean everyObjectHas(ExecutableElement method) {
    TypeElement owner = MoreElements.asType(method.getEnclosingElement());
    return owner.getKind().isInterface()
        && ElementFilter.methodsIn(object.getEnclosedElements()).stream()
            .filter(ofObject -> ofObject.getModifiers().contains(PUBLIC))
            .anyMatch(ofObject -> elements.overrides(method, ofObject, owner));
  }

  private static boolean isInherited(ExecutableElement method) {
    return !method.getModifiers().contains(PRIVATE) && !method.getModifiers().contains(STATIC);
  }
}
