package io.venturi.samples.gallery;

import io.venturi.model.Model;

/**
 * A trained model and what it is measured with.
 *
 * @param seen the test rows as they are given to the model: clean ones, or noisy ones for a type
 *     that takes noise away
 * @param seed of what measuring draws
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Trial(Model<?> model, Images images, float[][] seen, long seed) {

  /** The mean squared error of what the model makes of the rows that it sees to the clean ones. */
  double error() {
    return Images.meanSquaredError(model.reconstruct(seen), images.test().toArray());
  }
}
