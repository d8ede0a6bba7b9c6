package io.venturi.testkit;

import io.venturi.kernel.Activation;
import io.venturi.spi.Loss;
import io.venturi.spi.LossTile;

/** Says that it weighs values, and does not. */
record Unweighted(Loss loss) implements Loss {

  @Override
  public boolean weighsElements() {
    return true;
  }

  @Override
  public void evaluate(LossTile tile, Activation activation) {
    tile.set(tile.firstRow(), tile.rows(), tile.width(), tile.scale()); // Forgets the weights.
    loss.evaluate(tile, activation);
  }
}
