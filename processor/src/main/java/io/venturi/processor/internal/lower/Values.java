package io.venturi.processor.internal.lower;

import io.venturi.processor.internal.ir.AnnotationModel;
import io.venturi.processor.internal.ir.MemberModel;
import io.venturi.processor.internal.ir.Value;
import io.venturi.processor.spi.AnnotationValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Annotations as plugins see them. */
final class Values {

  private Values() {}

  static AnnotationValues of(AnnotationModel annotation) {
    Map<String, Object> values = new HashMap<>();
    for (MemberModel member : annotation.members()) {
      if (member.isUnset()) {
        continue;
      }
      of(member.value()).ifPresent(value -> values.put(member.name(), value));
    }
    return new AnnotationValues(annotation.type().binaryName(), values);
  }

  private static Optional<Object> of(Value value) {
    if (value instanceof Value.Literal literal) {
      return Optional.of(literal.value());
    }
    if (value instanceof Value.Constant constant) {
      return Optional.of(constant.name());
    }
    if (value instanceof Value.Type type) {
      return type.isNone()
          ? Optional.empty()
          : Optional.of(new AnnotationValues.ClassName(type.type().ref().binaryName()));
    }
    if (value instanceof Value.Nested nested) {
      return Optional.of(of(nested.annotation()));
    }
    List<Object> elements = new ArrayList<>();
    for (Value element : ((Value.Array) value).elements()) {
      of(element).ifPresent(elements::add);
    }
    return Optional.of(List.copyOf(elements));
  }
}
