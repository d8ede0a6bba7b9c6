package io.venturi.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Holds a numeric member of a plugin's annotation below another of the same annotation: a spec in
 * which it is equal or larger does not compile. Defaults are compared as if they were written;
 * infinite ones stand for "not set".
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Below {

  /** The name of the other member, which is a number too. */
  String value();
}
