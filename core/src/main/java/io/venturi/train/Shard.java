package io.venturi.train;

import io.venturi.data.Dataset;
import io.venturi.kernel.Activation;
import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.Corruption;
import io.venturi.spi.Loss;
import io.venturi.spi.LossTile;
import io.venturi.spi.Network;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.StepSeeds;
import java.util.Arrays;
import java.util.List;

/** One shard of a batch: its workspace, its gradient vector, and its passes through the network. */
final class Shard<W extends NetworkWorkspace> {

  final W workspace;
  final Tensor gradients;

  /** The penalties on the encoder's Jacobian. */
  final JacobianPass<W> jacobian;

  private final Network<W> network;
  private final Loss loss;
  private final ElementWeights weights;
  private final Activation outputActivation;
  private final Corruption[] corruptions;
  private final HookContext[] corruptionContexts;
  private final LossTile tile;
  private final int firstRow;

  Shard(
      Network<W> network,
      Objective objective,
      Hooks hooks,
      W workspace,
      Tensor gradients,
      float[] rowLoss,
      int firstRow) {
    this.network = network;
    this.loss = objective.loss();
    this.weights = objective.weights();
    this.corruptions = hooks.corruptions;
    this.corruptionContexts = new HookContext[corruptions.length];
    for (int hook = 0; hook < corruptions.length; hook++) {
      corruptionContexts[hook] = new HookContext(StepSeeds.CORRUPTIONS + hook);
    }
    this.jacobian = new JacobianPass<>(network, workspace, hooks.jacobianPenalties, firstRow);
    this.workspace = workspace;
    this.gradients = gradients;
    this.firstRow = firstRow;
    this.outputActivation = network.outputActivation();
    this.tile =
        new LossTile(
            workspace.tile(0),
            workspace.tile(1),
            workspace.tile(2),
            rowLoss,
            loss.scratch(network.description().inputs()),
            size(network.parameters().loss()));
  }

  /** Copies rows of the data into the workspace. */
  void gather(Dataset data, int[] order, int from, int count) {
    W w = workspace;
    w.rows(count);
    Tensor target = w.target();
    int width = target.columns();
    int step = Tiles.rows(width);
    float[] values = w.tile(0);
    for (int row = 0; row < count; row += step) {
      int rows = Math.min(step, count - row);
      data.read(order, from + row, rows, values);
      target.write(row * width, values, rows * width);
    }
  }

  void take(Moment moment) {
    jacobian.take(moment);
    for (HookContext context : corruptionContexts) {
      context.take(moment);
    }
  }

  /**
   * Makes the encoder's input of the clean target, unless it is that itself: fills gaps and, in
   * training, corrupts it.
   */
  void makeInput(boolean corrupted) {
    W w = workspace;
    Tensor target = w.target();
    if (w.input.value() == target) {
      return;
    }
    int width = target.columns();
    int step = Tiles.rows(width);
    float[] values = w.tile(0);
    for (int row = 0; row < w.rows(); row += step) {
      int rows = Math.min(step, w.rows() - row);
      target.read(row * width, values, rows * width);
      weights.gaps().fill(values, rows * width);
      for (int hook = 0; corrupted && hook < corruptions.length; hook++) {
        corruptions[hook].corrupt(values, rows, width, firstRow + row, corruptionContexts[hook]);
      }
      w.input.value().write(row * width, values, rows * width);
    }
  }

  private static int size(List<ParameterBlock> blocks) {
    return blocks.stream().mapToInt(block -> block.spec().size()).sum();
  }

  void encode() {
    network.encode(workspace);
  }

  /**
   * Zeroes the gradients of parameters and, in training, adds those of the penalties on the
   * encoder's Jacobian to them.
   *
   * @param scale 1 / (rows of the batch)
   */
  void penaliseJacobian(float scale) {
    if (workspace.accumulatesGradients()) {
      gradients.clear();
      jacobian.run(scale);
    }
  }

  void decode() {
    network.decode(workspace);
  }

  /**
   * Losses of the rows and the gradient with respect to the output's pre-activation.
   *
   * @param scale 1 / (rows of the batch)
   */
  void loss(float scale) {
    W w = workspace;
    Tensor gradient = w.output().gradient();
    int width = gradient.columns();
    int step = Tiles.rows(width);
    readLossParameters();
    for (int row = 0; row < w.rows(); row += step) {
      int rows = Math.min(step, w.rows() - row);
      fill(row, rows, scale);
      loss.evaluate(tile, outputActivation);
      gradient.write(row * width, tile.gradient, rows * width);
    }
  }

  /** Reads rows for the loss. */
  private void fill(int row, int rows, float scale) {
    Tensor output = workspace.output().value();
    int width = output.columns();
    int n = rows * width;
    output.read(row * width, tile.preActivation, n);
    workspace.target().read(row * width, tile.target, n);
    tile.set(firstRow + row, rows, width, scale);
    weights.weigh(tile);
  }

  private void readLossParameters() {
    if (tile.parameters.length > 0) {
      network.parameters().values().read(lossOffset(), tile.parameters, tile.parameters.length);
    }
  }

  private int lossOffset() {
    return network.parameters().loss().get(0).offset();
  }

  /**
   * The gradient of the loss's own parameters, if it has any.
   *
   * @param rowWeights by the number of the row in its batch; empty if all count as one
   */
  void lossGradient(float scale, float[] rowWeights) {
    if (tile.parameters.length == 0) {
      return;
    }
    readLossParameters();
    Arrays.fill(tile.parameterGradient, 0);
    tile.setRowWeights(rowWeights);
    int step = Tiles.rows(workspace.target().columns());
    for (int row = 0; row < workspace.rows(); row += step) {
      fill(row, Math.min(step, workspace.rows() - row), scale);
      loss.parameterGradient(tile, outputActivation);
    }
    gradients.write(lossOffset(), tile.parameterGradient, tile.parameterGradient.length);
  }

  /** Multiplies each row's gradient by its weight in the batch. */
  void weigh(float[] weights) {
    Tensor gradient = workspace.output().gradient();
    int width = gradient.columns();
    float[] values = workspace.tile(0);
    for (int row = 0; row < workspace.rows(); row++) {
      float weight = weights[firstRow + row];
      if (weight != 1f) {
        gradient.read(row * width, values, width);
        for (int i = 0; i < width; i++) {
          values[i] *= weight;
        }
        gradient.write(row * width, values, width);
      }
    }
  }

  void decodeGradient() {
    network.decodeGradient(workspace);
  }

  void encodeGradient() {
    network.encodeGradient(workspace);
  }

  void release() {
    workspace.release();
    gradients.release();
  }
}
