package io.venturi.processor.internal.ir;

import java.util.Optional;

/**
 * A member of an annotation with its value.
 *
 * @param range what {@code @Range} on the member allows
 * @param window what {@code @ImageWindow} on the member says
 * @param bound for a {@code Class<? extends Bound>}, the binary name of the bound
 * @param isDefault whether the value is the one that the annotation's author gave it
 */
public record MemberModel(
    String name,
    Value value,
    Optional<Interval> range,
    Optional<WindowModel> window,
    Optional<String> bound,
    boolean isDefault) {

  /** Whether nothing was written, and the default, outside its own range, says so. */
  public boolean isUnset() {
    return isDefault
        && value instanceof Value.Literal literal
        && literal.value() instanceof Number number
        && range.filter(allowed -> !allowed.contains(number.doubleValue())).isPresent();
  }
}
