package io.venturi.testkit;

import io.venturi.kernel.Activation;
import io.venturi.spi.Loss;
import io.venturi.spi.LossTile;
import org.jspecify.annotations.Nullable;

/**
 * A loss evaluated on rows.
 *
 * @param losses one a row
 * @param gradient of each row's loss with respect to its pre-activations
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Tile(float[] losses, float[][] gradient) {

  /**
   * @param own values of the loss's own parameters
   * @param weights of all values; null if all count alike
   */
  static Tile evaluate(
      Loss loss,
      Activation activation,
      float[][] z,
      float[][] target,
      float[] own,
      float @Nullable [][] weights) {
    int width = z[0].length;
    float[] losses = new float[z.length];
    float[] gradient = new float[z.length * width];
    LossTile tile =
        new LossTile(
            Rows.flat(z), Rows.flat(target), gradient, losses, loss.scratch(width), own.length);
    System.arraycopy(own, 0, tile.parameters, 0, own.length);
    tile.set(0, z.length, width, 1f);
    if (weights != null) {
      System.arraycopy(Rows.flat(weights), 0, tile.weights, 0, gradient.length);
      tile.setWeighted();
    }
    loss.evaluate(tile, activation);
    return new Tile(losses, Rows.of(gradient, width));
  }
}
