package io.venturi.processor.spi;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An annotation with its values, defaults included.
 *
 * @param annotation the binary name of the annotation's type
 * @param values by member name: boxed primitives and {@link String} as they are; class literals as
 *     {@link ClassName}, enum constants as their names, nested annotations as {@code
 *     AnnotationValues}, arrays as {@link List}. A class literal that names the very bound of its
 *     member ({@code ActivationType.class} for a {@code Class<? extends ActivationType>}) stands
 *     for "none" and is absent. So is a number that a spec does not write and whose default lies
 *     outside its own {@code @Range}.
 */
public record AnnotationValues(String annotation, Map<String, Object> values) {

  /**
   * A class that an annotation names.
   *
   * @param binaryName such as {@code com.example.Outer$Inner}
   */
  public record ClassName(String binaryName) {}

  public AnnotationValues {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /** Whether the member has a value that stands for something. */
  public boolean has(String member) {
    return values.containsKey(member);
  }

  /** The value of an {@code int} member. */
  public int intValue(String member) {
    return value(member, Integer.class);
  }

  /** The value of a {@code float} member. */
  public float floatValue(String member) {
    return value(member, Float.class);
  }

  /** The value of a {@code double} member. */
  public double doubleValue(String member) {
    return value(member, Double.class);
  }

  /** The value of a {@code boolean} member. */
  public boolean booleanValue(String member) {
    return value(member, Boolean.class);
  }

  /** The value of a {@code String} member, or the name of an enum constant. */
  public String stringValue(String member) {
    return value(member, String.class);
  }

  /** The values of an {@code int[]} member. */
  public List<Integer> intValues(String member) {
    return ((List<?>) value(member, List.class)).stream().map(Integer.class::cast).toList();
  }

  /** The binary name of a class member's value; empty where it stands for "none". */
  public Optional<String> className(String member) {
    return has(member)
        ? Optional.of(value(member, ClassName.class).binaryName())
        : Optional.empty();
  }

  private <T> T value(String member, Class<T> type) {
    Object value = values.get(member);
    if (value == null) {
      throw new IllegalArgumentException(
          "@%s has no value for '%s'; it has %s".formatted(annotation, member, values.keySet()));
    }
    return type.cast(value);
  }
}
