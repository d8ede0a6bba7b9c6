package io.venturi.model;

import io.venturi.annotation.Range;
import java.lang.annotation.Annotation;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;

/** What the compiler holds the values of annotations to, of values that no compiler has seen. */
final class MemberChecks {

  private MemberChecks() {}

  /** The class of this name, not initialized, if the member can be it. */
  static Class<?> classOf(Class<? extends Annotation> type, Method member, String name) {
    Class<?> named;
    try {
      named = Class.forName(name, false, type.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      throw AnnotationJson.wrong(
          type, member.getName() + " names " + name + ", which is not there");
    }
    Class<?> bound = raw(argument(member.getGenericReturnType()));
    if (!bound.isAssignableFrom(named)) {
      throw AnnotationJson.wrong(
          type, member.getName() + " names " + name + ", which is no " + bound.getTypeName());
    }
    return named;
  }

  /** What classes a {@code Class<...>} or an array of these is for; all if it does not say. */
  private static Type argument(Type type) {
    if (type instanceof GenericArrayType array) {
      return argument(array.getGenericComponentType());
    }
    Type only =
        type instanceof ParameterizedType of ? of.getActualTypeArguments()[0] : Object.class;
    return only instanceof WildcardType any ? any.getUpperBounds()[0] : only;
  }

  /** Of a type as annotations can have it for a bound. */
  private static Class<?> raw(Type type) {
    return type instanceof ParameterizedType of ? raw(of.getRawType()) : (Class<?>) type;
  }

  /** A default may lie outside its own range, which stands for "not set". */
  static void requireInRange(Class<? extends Annotation> type, Method member, double number) {
    Range range = member.getAnnotation(Range.class);
    boolean isUnset =
        member.getDefaultValue() instanceof Number unset && unset.doubleValue() == number;
    if (range == null || isUnset) {
      return;
    }
    boolean above = range.minExclusive() ? number > range.min() : number >= range.min();
    boolean below = range.maxExclusive() ? number < range.max() : number <= range.max();
    if (!Double.isFinite(number) || !above || !below) {
      throw AnnotationJson.wrong(type, member.getName() + " is " + number + ", out of its range");
    }
  }
}
