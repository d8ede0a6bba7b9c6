package io.venturi.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an application keeps in a model's file beside the model: fields of text and arrays of
 * numbers, under a name of the application's. Saved by {@link Model#save(java.nio.file.Path,
 * Attachment...)}, read by {@link ModelFile#attachment}; whoever loads the model alone does not see
 * it.
 *
 * <pre>{@code
 * model.save(path, Attachment.named("anomaly").field("threshold", 2.5).array("scores", scores).build());
 * }</pre>
 *
 * <p>Immutable. What is read from a file has sound names and finite numbers, and is otherwise for
 * the application to check: {@link ModelFile#damaged} makes its exception.
 */
public final class Attachment {

  static final int MOST_FIELDS = 10_000;
  static final int MOST_ARRAYS = 1_000;

  /** ASCII, without the dot that stands between an attachment's name and an array's. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");

  private final String name;
  private final Map<String, String> fields;
  private final Map<String, Object> arrays;

  private Attachment(Builder builder) {
    this.name = builder.name;
    this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(builder.fields));
    this.arrays = Collections.unmodifiableMap(new LinkedHashMap<>(builder.arrays));
  }

  /**
   * Starts an attachment.
   *
   * @param name the application's: a letter, then up to 99 letters, digits, {@code _} and {@code -}
   * @throws IllegalArgumentException if it is no such name
   */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** The application's name for it. */
  public String name() {
    return name;
  }

  /**
   * A field's text.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public String text(String field) {
    @Nullable String text = fields.get(field);
    if (text == null) {
      throw new IllegalArgumentException("its " + name + " has no " + field);
    }
    return text;
  }

  /**
   * A field's number.
   *
   * @throws IllegalArgumentException if there is none of this name, or it is no finite number
   */
  public double number(String field) {
    String text = text(field);
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // As what is not finite.
    }
    throw new IllegalArgumentException("its " + name + "'s " + field + " is no finite number");
  }

  /** Whether there is a field or an array of this name. */
  public boolean has(String key) {
    return fields.containsKey(key) || arrays.containsKey(key);
  }

  /**
   * An array of floats: a copy.
   *
   * @throws IllegalArgumentException if there is none of this name and type
   */
  public float[] floats(String array) {
    return array(float[].class, array).clone();
  }

  /**
   * An array of doubles: a copy.
   *
   * @throws IllegalArgumentException if there is none of this name and type
   */
  public double[] doubles(String array) {
    return array(double[].class, array).clone();
  }

  /**
   * An array of doubles of a length that is known: a copy.
   *
   * @throws IllegalArgumentException if there is none of this name, type and length
   */
  public double[] doubles(String array, int length) {
    double[] values = doubles(array);
    if (values.length != length) {
      throw new IllegalArgumentException(
          "its " + name + "'s " + array + " has " + values.length + " values, not " + length);
    }
    return values;
  }

  private <T> T array(Class<T> type, String array) {
    @Nullable Object values = arrays.get(array);
    if (!type.isInstance(values)) {
      throw new IllegalArgumentException(
          "its " + name + " has no " + array + " of " + type.getComponentType() + "s");
    }
    return type.cast(values);
  }

  Map<String, String> fields() {
    return fields;
  }

  /** {@code float[]} or {@code double[]} by name. */
  Map<String, Object> arrays() {
    return arrays;
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Collects fields and arrays. */
  public static final class Builder {

    private final String name;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, Object> arrays = new LinkedHashMap<>();

    private Builder(String name) {
      requireName(name);
      this.name = name;
    }

    /**
     * Adds a field of text.
     *
     * @throws IllegalArgumentException if there is one of this name, or it is no name
     */
    public Builder field(String field, String text) {
      requireNew(field);
      require(fields.size() < MOST_FIELDS, "more than " + MOST_FIELDS + " fields");
      fields.put(field, text);
      return this;
    }

    /**
     * Adds a field of a number, which keeps every bit.
     *
     * @throws IllegalArgumentException also if it is not finite
     */
    public Builder field(String field, double number) {
      require(Double.isFinite(number), field + " is " + number);
      return field(field, Double.toString(number));
    }

    /**
     * Adds an array.
     *
     * @param values one or more, finite; copied
     * @throws IllegalArgumentException if they are not, or there is one of this name
     */
    public Builder array(String array, float[] values) {
      requireArray(array, values.length);
      for (float value : values) {
        require(Float.isFinite(value), array + " has " + value);
      }
      arrays.put(array, values.clone());
      return this;
    }

    /**
     * Adds an array.
     *
     * @param values one or more, finite; copied
     * @throws IllegalArgumentException if they are not, or there is one of this name
     */
    public Builder array(String array, double[] values) {
      requireArray(array, values.length);
      for (double value : values) {
        require(Double.isFinite(value), array + " has " + value);
      }
      arrays.put(array, values.clone());
      return this;
    }

    /** The attachment of what was collected. */
    public Attachment build() {
      return new Attachment(this);
    }

    private void requireArray(String array, int length) {
      requireNew(array);
      require(length > 0, array + " is empty");
      require(arrays.size() < MOST_ARRAYS, "more than " + MOST_ARRAYS + " arrays");
    }

    private void requireNew(String key) {
      requireName(key);
      require(!fields.containsKey(key) && !arrays.containsKey(key), "two of the name " + key);
    }

    private static void requireName(String name) {
      require(isName(name), "a name that is not sound");
    }

    private static void require(boolean holds, String fault) {
      if (!holds) {
        throw new IllegalArgumentException("an attachment has " + fault);
      }
    }
  }
}
