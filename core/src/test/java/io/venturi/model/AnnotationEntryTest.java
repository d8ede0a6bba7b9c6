package io.venturi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.annotation.Range;
import io.venturi.model.AnnotationEntry.Role;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Annotations as model files keep them. */
class AnnotationEntryTest {

  @Retention(RetentionPolicy.RUNTIME)
  @interface Part {
    @Range(min = 0, max = 1)
    float share() default -1;
  }

  @Retention(RetentionPolicy.RUNTIME)
  @interface Everything {
    int whole() default 1;

    long large() default 2;

    short small() default 3;

    byte tiny() default 4;

    char letter() default 'c';

    boolean truth() default true;

    @Range(min = 0, minExclusive = true)
    double beta() default 4;

    double limit() default 0;

    @Range
    double low() default Double.NEGATIVE_INFINITY;

    float noise() default 0.1f;

    String text() default "say \"so\"";

    Class<?> type() default String.class;

    Class<? extends Number> number() default Integer.class;

    Class<? extends List<?>>[] lists() default {};

    Class<String> exact() default String.class;

    RetentionPolicy policy() default RetentionPolicy.CLASS;

    int[] sizes() default {};

    Part[] parts() default {};

    Part part() default @Part;
  }

  private abstract static class Lines implements List<String> {}

  private abstract static class Shorts implements List<Short> {}

  @Everything
  private static final class Plain {}

  @Everything(
      large = Long.MAX_VALUE,
      letter = '→',
      truth = false,
      beta = 5,
      limit = Double.POSITIVE_INFINITY,
      noise = 0.3f,
      type = int[].class,
      number = Long.class,
      lists = {Lines.class, Shorts.class},
      policy = RetentionPolicy.SOURCE,
      sizes = {3, 1, 2},
      parts = {@Part(share = 0.5f), @Part},
      part = @Part(share = 1))
  private static final class Full {}

  private static Everything on(Class<?> type) {
    return Objects.requireNonNull(type.getAnnotation(Everything.class));
  }

  private static Everything throughFile(Annotation annotation) {
    return AnnotationEntry.of(Role.TYPE, annotation, true).as(Everything.class);
  }

  @Test
  void everyValueComesBack() {
    for (Class<?> type : new Class<?>[] {Plain.class, Full.class}) {
      Everything annotation = on(type);
      Everything again = throughFile(annotation);
      // Java's own annotations compare all values with those of whatever implements the type.
      assertThat(annotation).isEqualTo(again);
      assertThat(again.annotationType()).isEqualTo(Everything.class);
      assertThat(AnnotationEntry.of(Role.TYPE, again, true))
          .isEqualTo(AnnotationEntry.of(Role.TYPE, annotation, true));
    }
    Everything full = throughFile(on(Full.class));
    assertThat(full.noise()).isEqualTo(0.3f);
    assertThat(full.parts()[0].share()).isEqualTo(0.5f);
    assertThat(full.sizes()).containsExactly(3, 1, 2).isNotSameAs(full.sizes());
    assertThat(full).hasToString("@" + Everything.class.getName() + entry(full).members());
  }

  private static AnnotationEntry entry(Annotation annotation) {
    return AnnotationEntry.of(Role.TYPE, annotation, true);
  }

  @Test
  void whatIsMissingHasItsDefault() {
    Everything few =
        new AnnotationEntry(Role.TYPE, "any", "{\"whole\": 7}", true).as(Everything.class);
    assertThat(few.whole()).isEqualTo(7);
    assertThat(few.beta()).isEqualTo(4);
    assertThat(few.part().share()).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1]                              | its values are no object
          {"whole": 1.5}                   | whole is 1.5
          {"whole": 3000000000}            | whole is 3000000000
          {"small": 70000}                 | small is 70000
          {"tiny": 200}                    | tiny is 200
          {"whole": "1"}                   | whole is "1"
          {"truth": 1}                     | truth is 1
          {"letter": "ab"}                 | letter is "ab"
          {"beta": 0}                      | beta is 0.0, out of its range
          {"beta": "NaN"}                  | beta is NaN, out of its range
          {"beta": "Infinity"}             | beta is Infinity, out of its range
          {"low": "Infinity"}              | low is Infinity, out of its range
          {"beta": "4"}                    | beta is "4"
          {"policy": "NEVER"}              | policy is "NEVER"
          {"type": "no.such.Class"}        | type names no.such.Class, which is not there
          {"number": "java.lang.String"}   | number names java.lang.String, which is no java.lang.Number
          {"lists": ["java.lang.String"]}  | lists names java.lang.String, which is no java.util.List
          {"exact": "java.lang.Integer"}   | exact names java.lang.Integer, which is no java.lang.String
          {"sizes": 3}                     | sizes is no array
          {"sizes": [1, null]}             | sizes is null
          {"part": {"share": 1.5}}         | share is 1.5, out of its range
          {"parts": [{"other": 1}]}        | it has an unknown member other
          {"another": 1}                   | it has an unknown member another
          """)
  void refusesWhatNoSpecCouldSay(String members, String fact) {
    AnnotationEntry entry = new AnnotationEntry(Role.TYPE, "any", members, true);
    assertThatThrownBy(() -> entry.as(Everything.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("is not sound: " + fact);
  }
}
