package io.venturi.processor.internal.read;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import io.venturi.processor.internal.CoreNames;
import io.venturi.processor.internal.diagnostics.ElementOrigin;
import io.venturi.processor.internal.ir.AnnotationModel;
import io.venturi.processor.internal.ir.MemberModel;
import io.venturi.processor.internal.ir.MemberRules;
import io.venturi.processor.internal.ir.SpecSize;
import io.venturi.processor.internal.ir.Value;
import io.venturi.processor.internal.ir.WindowModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Reads annotations with all their values, defaults included, and where each is written. */
final class AnnotationReader {

  private final ClassReader classes;

  AnnotationReader(ClassReader classes) {
    this.classes = classes;
  }

  /** Those that mean something to the compiler, in source order. */
  List<AnnotationModel> marked(Element element) {
    return element.getAnnotationMirrors().stream()
        .map(mirror -> read(element, mirror))
        .filter(annotation -> !annotation.kinds().isEmpty())
        .toList();
  }

  AnnotationModel read(Element element, AnnotationMirror mirror) {
    return read(ElementOrigin.of(element, mirror), mirror, true);
  }

  /**
   * @param place the annotation itself, or the value that this one is in another
   * @param isWritten whether it stands in the source; a nested default does not
   */
  private AnnotationModel read(ElementOrigin place, AnnotationMirror mirror, boolean isWritten) {
    var type = MoreTypes.asTypeElement(mirror.getAnnotationType());
    List<MemberModel> members = new ArrayList<>();
    AnnotationMirrors.getAnnotationValuesWithDefaults(mirror)
        .forEach(
            (member, value) -> {
              boolean isDefault = !mirror.getElementValues().containsKey(member);
              boolean written = isWritten && !isDefault;
              ElementOrigin origin = written ? place.at(value) : place;
              members.add(member(member, value, origin, written, isDefault));
            });
    return new AnnotationModel(ClassReader.ref(type), KindReader.kinds(type), members, place);
  }

  private MemberModel member(
      ExecutableElement member,
      AnnotationValue value,
      ElementOrigin origin,
      boolean isWritten,
      boolean isDefault) {
    Optional<String> bound = bound(member.getReturnType());
    return new MemberModel(
        member.getSimpleName().toString(),
        value(value.getValue(), origin, isWritten, bound),
        rules(member),
        bound,
        isDefault);
  }

  private static MemberRules rules(ExecutableElement member) {
    return new MemberRules(
        Mirrors.find(member, CoreNames.RANGE).map(Mirrors::interval),
        Mirrors.find(member, CoreNames.IMAGE_WINDOW)
            .map(window -> new WindowModel(Mirrors.truth(window, "odd"))),
        Mirrors.find(member, CoreNames.AT_MOST)
            .map(size -> SpecSize.valueOf(Mirrors.constant(size, "value"))),
        Mirrors.find(member, CoreNames.BELOW).map(other -> Mirrors.text(other, "value")),
        Mirrors.find(member, CoreNames.COUNT).map(count -> Mirrors.whole(count, "max")));
  }

  private Value value(
      Object value, ElementOrigin origin, boolean isWritten, Optional<String> bound) {
    if (value instanceof TypeMirror type) {
      return type(type, origin, bound);
    }
    if (value instanceof Element constant) {
      return new Value.Constant(constant.getSimpleName().toString(), origin);
    }
    if (value instanceof AnnotationMirror nested) {
      return new Value.Nested(read(origin, nested, isWritten), origin);
    }
    if (value instanceof List<?> list) {
      return array(list, origin, isWritten, bound);
    }
    return new Value.Literal(value, origin);
  }

  private Value array(
      List<?> list, ElementOrigin origin, boolean isWritten, Optional<String> bound) {
    List<Value> elements = new ArrayList<>();
    for (Object each : list) {
      AnnotationValue element = (AnnotationValue) each;
      // An only element may stand without braces, and then only the array has a place.
      ElementOrigin at = isWritten && list.size() > 1 ? origin.at(element) : origin;
      elements.add(value(element.getValue(), at, isWritten, bound));
    }
    return new Value.Array(elements, origin);
  }

  private Value type(TypeMirror type, ElementOrigin origin, Optional<String> bound) {
    if (type.getKind() != TypeKind.DECLARED) {
      return new Value.Literal(type.toString(), origin);
    }
    var model = classes.read(MoreTypes.asTypeElement(type));
    boolean isNone = bound.filter(model.ref().binaryName()::equals).isPresent();
    return new Value.Type(model, isNone, origin);
  }

  /** The bound of a {@code Class<? extends Bound>}, or of an array of these. */
  private static Optional<String> bound(TypeMirror type) {
    TypeMirror element = type instanceof ArrayType array ? array.getComponentType() : type;
    if (!(element instanceof DeclaredType declared)
        || declared.getTypeArguments().size() != 1
        || !(declared.getTypeArguments().get(0) instanceof WildcardType wildcard)
        || wildcard.getExtendsBound() == null) {
      return Optional.empty();
    }
    Element bound = MoreTypes.asElement(wildcard.getExtendsBound());
    return Optional.of(ClassReader.ref(MoreElements.asType(bound)).binaryName());
  }
}
