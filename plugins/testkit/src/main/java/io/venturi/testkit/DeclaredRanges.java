package io.venturi.testkit;

import io.venturi.annotation.AutoencoderKind;
import io.venturi.annotation.LayerKind;
import io.venturi.annotation.LossKind;
import io.venturi.annotation.NoiseKind;
import io.venturi.annotation.Range;
import io.venturi.spi.LayerDescription;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Every number in an annotation has its {@code @Range}, and the compiler refuses others. */
final class DeclaredRanges implements Property {

  private static final String OUT_OF_RANGE = "[AE-040]";

  @Override
  public String name() {
    return "numbers outside the ranges of annotations do not compile";
  }

  @Override
  public void check(Subject subject) {
    List<String> layers =
        subject.trainer().objective(subject.inputs()).network().description().layers().stream()
            .map(LayerDescription::name)
            .toList();
    SpecSource source = new SpecSource(subject.spec(), layers);
    Map<Method, String> tooLow = new LinkedHashMap<>();
    Map<Method, String> tooHigh = new LinkedHashMap<>();
    for (Annotation annotation : source.annotations()) {
      if (isKind(annotation)) {
        leaveAll(annotation, tooLow, tooHigh);
      }
    }
    requireRefused(subject, source, tooLow);
    requireRefused(subject, source, tooHigh);
  }

  /** Notes values beyond the ends for all its numbers, those in annotations within it too. */
  private static void leaveAll(
      Annotation annotation, Map<Method, String> tooLow, Map<Method, String> tooHigh) {
    requireRanges(annotation.annotationType());
    for (Method member : annotation.annotationType().getDeclaredMethods()) {
      if (isNumber(member)) {
        leave(member, range(member), tooLow, tooHigh);
      }
      for (Annotation nested : SpecSource.nested(SpecSource.value(annotation, member))) {
        leaveAll(nested, tooLow, tooHigh);
      }
    }
  }

  /** Of annotations within it too, whether the spec has any or not. */
  private static void requireRanges(Class<?> annotation) {
    for (Method member : annotation.getDeclaredMethods()) {
      if (isNumber(member)) {
        range(member);
      } else if (type(member).isAnnotation()) {
        requireRanges(type(member));
      }
    }
  }

  private static void requireRefused(
      Subject subject, SpecSource source, Map<Method, String> changed) {
    if (changed.isEmpty()) {
      return;
    }
    List<String> errors = errors(subject, source.with(changed));
    changed.forEach(
        (member, value) -> {
          String text = member.getName() + " of @" + name(member);
          if (errors.stream()
              .noneMatch(each -> each.contains(OUT_OF_RANGE) && each.contains(text))) {
            List<String> problems = errors(subject, source.with(Map.of()));
            Assumptions.assumeTrue(
                problems.isEmpty(), () -> "the spec cannot be compiled a second time: " + problems);
            throw Violation.of(
                "a range that the member's type cannot leave, or a default that is out of range and"
                    + " stands for 'not set'",
                "%s = %s is not refused, although it is outside %s; the errors are %s",
                text,
                value,
                member.getAnnotation(Range.class),
                errors);
          }
        });
  }

  private static List<String> errors(Subject subject, String source) {
    String name =
        subject.spec().getPackageName() + "." + subject.spec().getSimpleName() + SpecSource.SUFFIX;
    return SpecCompilation.errors(name, source);
  }

  private static boolean isKind(Annotation annotation) {
    Class<?> type = annotation.annotationType();
    return type.isAnnotationPresent(LossKind.class)
        || type.isAnnotationPresent(NoiseKind.class)
        || type.isAnnotationPresent(AutoencoderKind.class)
        || type.isAnnotationPresent(LayerKind.class);
  }

  private static Class<?> type(Method member) {
    Class<?> type = member.getReturnType();
    return type.isArray() ? type.getComponentType() : type;
  }

  private static boolean isNumber(Method member) {
    Class<?> type = type(member);
    return type.isPrimitive() && type != boolean.class && type != char.class;
  }

  private static String name(Method member) {
    return member.getDeclaringClass().getSimpleName();
  }

  private static Range range(Method member) {
    Range range = member.getAnnotation(Range.class);
    if (range == null) {
      throw Violation.of(
          "a member that was forgotten: write @Range on it, without ends if every number will do",
          "@%s.%s is a number without a @Range, so that specs compile whatever they say",
          name(member),
          member.getName());
    }
    return range;
  }

  /** Notes a value beyond each end that there is. */
  private static void leave(
      Method member, Range range, Map<Method, String> tooLow, Map<Method, String> tooHigh) {
    if (Double.isFinite(range.min())) {
      double low = range.minExclusive() ? range.min() : range.min() - beyond(range.min());
      tooLow.put(member, literal(type(member), low, member.getDefaultValue(), -1));
    }
    if (Double.isFinite(range.max())) {
      double high = range.maxExclusive() ? range.max() : range.max() + beyond(range.max());
      tooHigh.put(member, literal(type(member), high, member.getDefaultValue(), 1));
    }
  }

  /** A step that rounding does not swallow. */
  private static double beyond(double end) {
    return Math.max(1, 0.1 * Math.abs(end));
  }

  /** A default is not looked at, so a value further out is taken. */
  private static String literal(Class<?> type, double value, @Nullable Object unset, int outwards) {
    boolean isUnset = unset instanceof Number number && number.doubleValue() == value;
    double other = isUnset ? value + outwards : value;
    if (type == double.class) {
      return SpecSource.number(other);
    }
    if (type == float.class) {
      return SpecSource.number((float) other);
    }
    return type == long.class ? (long) other + "L" : "(" + type.getName() + ") " + (long) other;
  }
}
