package io.venturi.processor.internal.ir;

/** The three parts of an autoencoder, in their order. */
public enum Section {
  ENCODER("@Encoder"),
  BOTTLENECK("@Bottleneck"),
  DECODER("@Decoder");

  private final String annotation;

  Section(String annotation) {
    this.annotation = annotation;
  }

  /** The annotation that says it, as users write it. */
  public String annotation() {
    return annotation;
  }
}
