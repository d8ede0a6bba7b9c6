package io.venturi.model;

import java.lang.annotation.Annotation;
import java.util.Map;

/**
 * An annotation of a spec as a model keeps it, so that what it stands for can be made again where
 * the spec's class is not at hand.
 *
 * @param role what the annotation is on the spec
 * @param type the binary name of the annotation's type
 * @param members its values, as a JSON object
 * @param isInUse whether a model in use needs what it stands for; else it matters to training alone
 */
public record AnnotationEntry(Role role, String type, String members, boolean isInUse) {

  /** What an annotation is on a spec. */
  public enum Role {
    /** What a reconstruction costs. */
    LOSS,
    /** A type of autoencoder. */
    TYPE,
    /** A noise that it was trained to undo. */
    NOISE
  }

  /** The entry of this annotation. */
  public static AnnotationEntry of(Role role, Annotation annotation, boolean isInUse) {
    return new AnnotationEntry(
        role, annotation.annotationType().getName(), AnnotationJson.write(annotation), isInUse);
  }

  /** Its values as text, by the names of its members. */
  public Map<String, String> settings() {
    return AnnotationJson.text(members);
  }

  /**
   * The annotation with these values; members that are missing have their defaults.
   *
   * @throws IllegalArgumentException that says what is wrong, if the values are not ones that a
   *     spec could write
   */
  public <A extends Annotation> A as(Class<A> annotation) {
    return AnnotationJson.read(annotation, members);
  }
}
