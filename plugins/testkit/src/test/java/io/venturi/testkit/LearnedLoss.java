package io.venturi.testkit;

import io.venturi.kernel.Activation;
import io.venturi.spi.Loss;
import io.venturi.spi.LossTile;
import io.venturi.spi.ParameterSpec;
import java.util.List;

/** Adds the square of a parameter of its own to another loss. */
final class LearnedLoss implements Loss {

  private final Loss loss;
  private final LossFault fault;

  LearnedLoss(Loss loss, LossFault fault) {
    this.loss = loss;
    this.fault = fault;
  }

  @Override
  public void evaluate(LossTile tile, Activation activation) {
    loss.evaluate(tile, activation);
    for (int r = 0; r < tile.rows(); r++) {
      tile.rowLoss[tile.firstRow() + r] += tile.parameters[0] * tile.parameters[0];
    }
  }

  @Override
  public boolean weighsElements() {
    return loss.weighsElements();
  }

  @Override
  public int scratch(int width) {
    return loss.scratch(width);
  }

  @Override
  public List<ParameterSpec> parameters(int width) {
    return List.of(ParameterSpec.biases(1));
  }

  @Override
  public void parameterGradient(LossTile tile, Activation activation) {
    for (int r = 0; r < tile.rows(); r++) {
      float weight = fault == LossFault.IGNORES_ROW_WEIGHTS ? 1 : tile.rowWeight(r);
      tile.parameterGradient[0] += tile.scale() * weight * 2 * tile.parameters[0];
    }
  }
}
