package io.venturi.testkit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;

/** A spec written down again as source, with some members of annotations changed. */
final class SpecSource {

  /** The name of the interface in the source, beside the spec. */
  static final String SUFFIX = "WrittenAgain";

  private final Class<?> spec;
  private final List<String> layers;

  /**
   * @param layers the names of its methods, in their order
   */
  SpecSource(Class<?> spec, List<String> layers) {
    this.spec = spec;
    this.layers = layers;
  }

  /** All annotations on the spec and its layers. */
  List<Annotation> annotations() {
    List<Annotation> all = new ArrayList<>(List.of(spec.getAnnotations()));
    for (Method method : methods()) {
      all.addAll(List.of(method.getAnnotations()));
    }
    return all;
  }

  private List<Method> methods() {
    return Arrays.stream(spec.getMethods())
        .filter(method -> layers.contains(method.getName()))
        .sorted(Comparator.comparingInt(method -> layers.indexOf(method.getName())))
        .toList();
  }

  /**
   * The source.
   *
   * @param changed members, each with what it is to be, as source, instead of what the spec says
   */
  String with(Map<Method, String> changed) {
    StringBuilder text = new StringBuilder();
    text.append("package ").append(spec.getPackageName()).append(";\n");
    for (Annotation annotation : spec.getAnnotations()) {
      text.append(write(annotation, changed)).append('\n');
    }
    text.append("interface ").append(spec.getSimpleName()).append(SUFFIX).append(" {\n");
    for (Method method : methods()) {
      for (Annotation annotation : method.getAnnotations()) {
        text.append("  ").append(write(annotation, changed)).append('\n');
      }
      text.append("  ").append(method.getReturnType().getCanonicalName());
      text.append(' ').append(method.getName()).append("();\n");
    }
    return text.append("}\n").toString();
  }

  private static String write(Annotation annotation, Map<Method, String> changed) {
    StringJoiner members = new StringJoiner(", ", "(", ")").setEmptyValue("");
    for (Method member : annotation.annotationType().getDeclaredMethods()) {
      String other = changed.get(member);
      Object value = value(annotation, member);
      boolean isDefault = Objects.deepEquals(value, member.getDefaultValue());
      if (other != null) {
        members.add(member.getName() + " = " + other);
      } else if (!isDefault || changesWithin(value, changed)) {
        members.add(member.getName() + " = " + literal(value, changed));
      }
    }
    return "@" + annotation.annotationType().getCanonicalName() + members;
  }

  private static boolean changesWithin(Object value, Map<Method, String> changed) {
    return nested(value).stream()
        .anyMatch(
            annotation ->
                Arrays.stream(annotation.annotationType().getDeclaredMethods())
                    .anyMatch(
                        member ->
                            changed.containsKey(member)
                                || changesWithin(value(annotation, member), changed)));
  }

  /** The annotations that a member's value is or consists of. */
  static List<Annotation> nested(Object value) {
    if (value instanceof Annotation annotation) {
      return List.of(annotation);
    }
    return value instanceof Annotation[] annotations ? List.of(annotations) : List.of();
  }

  static Object value(Annotation annotation, Method member) {
    try {
      member.setAccessible(true); // Of a package-private annotation.
      return member.invoke(annotation);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(member + " cannot be read", e);
    }
  }

  private static String literal(Object value, Map<Method, String> changed) {
    if (value.getClass().isArray()) {
      StringJoiner elements = new StringJoiner(", ", "{", "}");
      for (int i = 0; i < Array.getLength(value); i++) {
        elements.add(literal(Array.get(value, i), changed));
      }
      return elements.toString();
    }
    if (value instanceof Class<?> type) {
      return type.getCanonicalName() + ".class";
    }
    if (value instanceof Enum<?> constant) {
      return constant.getDeclaringClass().getCanonicalName() + "." + constant.name();
    }
    if (value instanceof Annotation nested) {
      return write(nested, changed);
    }
    if (value instanceof String text) {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
    if (value instanceof Character character) {
      return "(char) " + (int) character;
    }
    return number(value);
  }

  /** A number or a boolean. */
  static String number(Object value) {
    if (value instanceof Double number && !Double.isFinite(number)) {
      return Double.isNaN(number) ? "0d / 0" : number > 0 ? "1d / 0" : "-1d / 0";
    }
    if (value instanceof Float number && !Float.isFinite(number)) {
      return Float.isNaN(number) ? "0f / 0" : number > 0 ? "1f / 0" : "-1f / 0";
    }
    return value + (value instanceof Float ? "f" : value instanceof Long ? "L" : "");
  }
}
