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
      corruptionContexts[hook] = new HookContext(hook);
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
            loss.scratch(network.description().inputs()));
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

  /** Makes the encoder's input of the clean target. */
  void corrupt() {
    W w = workspace;
    Tensor target = w.target();
    int width = target.columns();
    int step = Tiles.rows(width);
    float[] values = w.tile(0);
    for (int row = 0; row < w.rows(); row += step) {
      int rows = Math.min(step, w.rows() - row);
      target.read(row * width, values, rows * width);
      for (int hook = 0; hook < corruptions.length; hook++) {
        corruptions[hook].corrupt(values, rows, width, firstRow + row, corruptionContexts[hook]);
      }
      w.input.value().write(row * width, values, rows * width);
    }
  }

  /** When nothing corrupts, or in validation, the encoder sees the target itself. */
  void keepClean() {
    if (workspace.input.value() != workspace.target()) {
      workspace.input.value().copyFrom(workspace.target(), inUse(workspace.target()));
    }
  }

  private int inUse(Tensor tensor) {
    return workspace.rows() * tensor.columns();
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
    Tensor output = w.output().value();
    Tensor gradient = w.output().gradient();
    Tensor target = w.target();
    int width = output.columns();
    int step = Tiles.rows(width);
    for (int row = 0; row < w.rows(); row += step) {
      int rows = Math.min(step, w.rows() - row);
      int n = rows * width;
      output.read(row * width, tile.preActivation, n);
      target.read(row * width, tile.target, n);
      tile.set(firstRow + row, rows, width, scale);
      weights.weigh(tile);
      loss.evaluate(tile, outputActivation);
      gradient.write(row * width, tile.gradient, n);
    }
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
