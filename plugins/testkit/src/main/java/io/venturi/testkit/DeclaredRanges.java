package io.venturi.testkit;

import io.venturi.annotation.AutoencoderKind;
import io.venturi.annotation.LayerKind;
import io.venturi.annotation.LossKind;
import io.venturi.annotation.NoiseKind;
import io.venturi.annotation.Range;
import io.venturi.spi.LayerDescription;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    List<String> problems = errors(subject, source.with(null, "", ""));
    Assumptions.assumeTrue(
        problems.isEmpty(), () -> "the spec cannot be compiled a second time: " + problems);
    Set<Method> seen = new HashSet<>();
    for (Annotation annotation : source.annotations()) {
      if (isKind(annotation)) {
        for (Method member : annotation.annotationType().getDeclaredMethods()) {
          if (isNumber(member) && seen.add(member)) {
            check(subject, source, annotation, member);
          }
        }
      }
    }
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

  private static void check(
      Subject subject, SpecSource source, Annotation annotation, Method member) {
    String name = "@" + annotation.annotationType().getSimpleName() + "." + member.getName();
    Range range = member.getAnnotation(Range.class);
    if (range == null) {
      throw Violation.of(
          "a member that was forgotten: write @Range on it, without ends if every number will do",
          "%s is a number without a @Range, so that specs compile whatever they say",
          name);
    }
    for (double value : outside(range)) {
      String literal = literal(type(member), value, member.getDefaultValue());
      List<String> errors = errors(subject, source.with(annotation, member.getName(), literal));
      if (errors.stream().noneMatch(each -> each.contains(OUT_OF_RANGE))) {
        throw Violation.of(
            "a range that the member's type cannot leave, or a default that is out of range and"
                + " stands for 'not set'",
            "%s = %s compiles, although its range is from %s to %s",
            name,
            literal,
            range.min(),
            range.max());
      }
    }
  }

  /** One value beyond each end that there is. */
  private static List<Double> outside(Range range) {
    List<Double> values = new ArrayList<>();
    if (Double.isFinite(range.min())) {
      values.add(range.minExclusive() ? range.min() : range.min() - 1);
    }
    if (Double.isFinite(range.max())) {
      values.add(range.maxExclusive() ? range.max() : range.max() + 1);
    }
    return values;
  }

  /** A default is not looked at, so the value beside it is taken. */
  private static String literal(Class<?> type, double value, Object unset) {
    double other =
        unset instanceof Number number && number.doubleValue() == value ? value - 1 : value;
    if (type == double.class) {
      return SpecSource.number(other);
    }
    if (type == float.class) {
      return SpecSource.number((float) other);
    }
    return type == long.class ? (long) other + "L" : "(" + type.getName() + ") " + (long) other;
  }
}
