package io.venturi.processor.internal.ir;

import java.util.List;
import java.util.Optional;

/**
 * A member of an annotation with its value.
 *
 * @param rules what meta-annotations on the member say of its values
 * @param bound for a {@code Class<? extends Bound>}, the binary name of the bound
 * @param isDefault whether the value is the one that the annotation's author gave it
 */
public record MemberModel(
    String name, Value value, MemberRules rules, Optional<String> bound, boolean isDefault) {

  /** Whether nothing was written, and the default, outside its own range, says so. */
  public boolean isUnset() {
    return isDefault
        && value instanceof Value.Literal literal
        && literal.value() instanceof Number number
        && rules.range().filter(allowed -> !allowed.contains(number.doubleValue())).isPresent();
  }

  /** Its value, if that is a number. */
  public Optional<Number> number() {
    return value instanceof Value.Literal literal && literal.value() instanceof Number number
        ? Optional.of(number)
        : Optional.empty();
  }

  /** Those above this number, of its value or the elements of it; none if it is unset. */
  public List<Value.Literal> numbersAbove(int most) {
    if (isUnset()) {
      return List.of();
    }
    List<Value> values = value instanceof Value.Array array ? array.elements() : List.of(value);
    return values.stream()
        .filter(Value.Literal.class::isInstance)
        .map(Value.Literal.class::cast)
        .filter(each -> each.value() instanceof Number number && number.doubleValue() > most)
        .toList();
  }
}
