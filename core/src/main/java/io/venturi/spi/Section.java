package io.venturi.spi;

/** The three parts of an autoencoder. */
public enum Section {
  ENCODER,
  BOTTLENECK,
  DECODER
}
