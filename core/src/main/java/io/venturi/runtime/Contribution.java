package io.venturi.runtime;

import java.lang.annotation.Annotation;

/**
 * One thing a plugin brings.
 *
 * @param kind what it is
 * @param annotation what it is asked for by
 * @param factory what makes it
 * @param plugin who brings it
 */
record Contribution(
    Kind kind, Class<? extends Annotation> annotation, Class<?> factory, LoadedPlugin plugin) {

  /** The kinds of contributions, by the words that messages use. */
  enum Kind {
    LOSS("loss"),
    NOISE("noise"),
    AUTOENCODER_TYPE("autoencoder type"),
    LAYER("layer");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }
}
