package io.venturi.benchmarks.scale;

/**
 * A training that is measured.
 *
 * @param series the curve that it is a point of
 * @param size where on the axis across: what grows
 * @param spec what is trained
 * @param width values of a row
 * @param batch rows of a step
 * @param threads how many train
 */
record Case(String series, int size, Class<?> spec, int width, int batch, int threads) {

  /** On all processors. */
  Case(String series, int size, Class<?> spec, int width, int batch) {
    this(series, size, spec, width, batch, Runtime.getRuntime().availableProcessors());
  }
}
