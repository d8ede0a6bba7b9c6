package io.venturi.model;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An annotation that stands on no class. It does what factories ask of annotations. */
final class AnnotationProxy implements InvocationHandler {

  private final Class<? extends Annotation> type;
  private final Map<String, Object> values;

  private AnnotationProxy(Class<? extends Annotation> type, Map<String, Object> values) {
    this.type = type;
    this.values = values;
  }

  /**
   * An annotation of this type.
   *
   * @param values of all its members
   */
  static <A extends Annotation> A of(Class<A> type, Map<String, Object> values) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, new AnnotationProxy(type, values)));
  }

  @Override
  public Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
    Object value = values.get(method.getName());
    if (value != null && method.getParameterCount() == 0) {
      return copy(value);
    }
    return switch (method.getName()) {
      case "annotationType" -> type;
      case "hashCode" -> values.keySet().hashCode();
      case "equals" -> arguments != null && proxy == arguments[0];
      default -> "@" + type.getName() + AnnotationJson.write((Annotation) proxy);
    };
  }

  /** Annotations give a new array at every call. */
  private static Object copy(Object value) {
    if (!value.getClass().isArray()) {
      return value;
    }
    int length = Array.getLength(value);
    Object copy = Array.newInstance(value.getClass().getComponentType(), length);
    System.arraycopy(value, 0, copy, 0, length);
    return copy;
  }
}
