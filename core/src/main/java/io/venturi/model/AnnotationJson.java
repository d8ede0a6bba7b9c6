package io.venturi.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Annotations as JSON and back. Numbers that are not finite, enum constants and classes are
 * strings; classes are found but not initialized. What comes back is checked as the compiler checks
 * specs: types, bounds of classes and ranges.
 */
final class AnnotationJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private AnnotationJson() {}

  static String write(Annotation annotation) {
    try {
      return Safetensors.json().writeValueAsString(object(annotation));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // A tree of strings and numbers can be written.
    }
  }

  /** The values for readers: text without quotes, all else as JSON has it. */
  static Map<String, String> text(String members) {
    Map<String, String> text = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, JsonNode> member : Safetensors.json().readTree(members).properties()) {
        JsonNode value = member.getValue();
        text.put(member.getKey(), value.isTextual() ? value.asText() : value.toString());
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("its members are no JSON", e);
    }
    return text;
  }

  private static ObjectNode object(Annotation annotation) {
    ObjectNode object = NODES.objectNode();
    for (Method member : members(annotation.annotationType())) {
      object.set(member.getName(), node(value(annotation, member)));
    }
    return object;
  }

  /** The members in the order of their names, so that equal annotations have equal texts. */
  private static List<Method> members(Class<? extends Annotation> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getParameterCount() == 0 && !method.isSynthetic())
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  private static Object value(Annotation annotation, Method member) {
    try {
      member.setAccessible(true); // A package-private annotation's member is not accessible.
      return member.invoke(annotation);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(annotation + " does not tell its " + member.getName(), e);
    }
  }

  private static JsonNode node(Object value) {
    if (value instanceof Annotation nested) {
      return object(nested);
    }
    if (value instanceof Class<?> type) {
      return NODES.textNode(type.getName());
    }
    if (value instanceof Enum<?> constant) {
      return NODES.textNode(constant.name());
    }
    if (value instanceof Boolean truth) {
      return NODES.booleanNode(truth);
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number)
          ? NODES.numberNode(number)
          : NODES.textNode(Double.toString(number));
    }
    if (value instanceof Number number) {
      return NODES.numberNode(number.longValue());
    }
    if (value.getClass().isArray()) {
      ArrayNode array = NODES.arrayNode();
      for (int i = 0; i < Array.getLength(value); i++) {
        array.add(node(Array.get(value, i)));
      }
      return array;
    }
    return NODES.textNode(value.toString()); // Strings and single characters.
  }

  static <A extends Annotation> A read(Class<A> type, String json) {
    try {
      return annotation(type, Safetensors.json().readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("@" + type.getName() + " is no JSON", e);
    }
  }

  private static <A extends Annotation> A annotation(Class<A> type, JsonNode node) {
    if (!node.isObject()) {
      throw wrong(type, "its values are no object");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (Method member : members(type)) {
      JsonNode written = node.get(member.getName());
      Object value =
          written == null
              ? member.getDefaultValue()
              : value(type, member, member.getReturnType(), written);
      if (value == null) {
        throw wrong(type, "it has no " + member.getName());
      }
      values.put(member.getName(), value);
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!values.containsKey(entry.getKey())) {
        throw wrong(type, "it has an unknown member " + entry.getKey());
      }
    }
    return AnnotationProxy.of(type, values);
  }

  private static Object value(
      Class<? extends Annotation> type, Method member, Class<?> wanted, JsonNode node) {
    if (wanted.isArray()) {
      return array(type, member, wanted.getComponentType(), node);
    }
    Object value = scalar(type, member, wanted, node);
    if (value == null) {
      throw wrong(type, member.getName() + " is " + node);
    }
    if (value instanceof Number number) {
      MemberChecks.requireInRange(type, member, number.doubleValue());
    }
    return value;
  }

  private static Object array(
      Class<? extends Annotation> type, Method member, Class<?> component, JsonNode node) {
    if (!node.isArray()) {
      throw wrong(type, member.getName() + " is no array");
    }
    Object array = Array.newInstance(component, node.size());
    for (int i = 0; i < node.size(); i++) {
      Array.set(array, i, value(type, member, component, node.get(i)));
    }
    return array;
  }

  /** Null if the node is nothing of the wanted type. */
  private static @Nullable Object scalar(
      Class<? extends Annotation> type, Method member, Class<?> wanted, JsonNode node) {
    if (wanted.isAnnotation()) {
      return annotation(wanted.asSubclass(Annotation.class), node);
    }
    if (wanted == boolean.class) {
      return node.isBoolean() ? node.booleanValue() : null;
    }
    if (wanted == double.class || wanted == float.class) {
      return floating(wanted, node);
    }
    if (wanted.isPrimitive() && wanted != char.class) {
      return integer(wanted, node);
    }
    if (!node.isTextual()) {
      return null;
    }
    String text = node.textValue();
    if (wanted == char.class) {
      return text.length() == 1 ? text.charAt(0) : null;
    }
    if (wanted.isEnum()) {
      return Arrays.stream(wanted.getEnumConstants())
          .filter(constant -> ((Enum<?>) constant).name().equals(text))
          .findFirst()
          .orElse(null);
    }
    return wanted == Class.class ? MemberChecks.classOf(type, member, text) : text;
  }

  private static @Nullable Object floating(Class<?> wanted, JsonNode node) {
    double number;
    if (node.isNumber()) {
      number = node.doubleValue();
    } else if (node.isTextual() && node.textValue().matches("NaN|-?Infinity")) {
      number = Double.parseDouble(node.textValue());
    } else {
      return null;
    }
    return wanted == double.class ? (Object) number : (Object) (float) number;
  }

  private static @Nullable Object integer(Class<?> wanted, JsonNode node) {
    if (!node.canConvertToLong() || !node.isIntegralNumber()) {
      return null;
    }
    long number = node.longValue();
    if (wanted == long.class) {
      return number;
    }
    if (wanted == int.class) {
      return (int) number == number ? (Object) (int) number : null;
    }
    if (wanted == short.class) {
      return (short) number == number ? (Object) (short) number : null;
    }
    return (byte) number == number ? (Object) (byte) number : null;
  }

  static IllegalArgumentException wrong(Class<? extends Annotation> type, String fact) {
    return new IllegalArgumentException("@" + type.getName() + " is not sound: " + fact);
  }
}
