package io.venturi.train;

import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;

/**
 * Adds up the shards' gradients and lets the optimizer change the parameters, tile by tile, in one
 * pass over memory. Tiles are dealt out to the workers; each value depends on its own index alone,
 * so that it does not matter to whom.
 */
final class UpdateStep {

  private final BatchStep<?> batch;
  private final Tensor parameters;
  private final Optimizer optimizer;
  private final float[][][] slots;
  private final float[] coefficients;
  private final float[][][] scratch;
  private final WorkerTeam.Task task = this::update;

  private long step;

  UpdateStep(BatchStep<?> batch, Tensor parameters, Optimizer optimizer) {
    this.batch = batch;
    this.parameters = parameters;
    this.optimizer = optimizer;
    this.coefficients = new float[optimizer.coefficients()];
    int size = parameters.size();
    int tiles = (size + Tiles.SIZE - 1) / Tiles.SIZE;
    this.slots = new float[tiles][optimizer.slots()][];
    for (int t = 0; t < tiles; t++) {
      for (int slot = 0; slot < optimizer.slots(); slot++) {
        slots[t][slot] = new float[Math.min(Tiles.SIZE, size - t * Tiles.SIZE)];
      }
    }
    this.scratch = new float[batch.team().size()][3][Tiles.SIZE];
  }

  /** One step with the gradients of the batch at hand. */
  void run() {
    step++;
    optimizer.prepare(step, coefficients);
    batch.team().run(task);
  }

  private void update(int worker) {
    float[] values = scratch[worker][0];
    float[] gradients = scratch[worker][1];
    float[] part = scratch[worker][2];
    int size = parameters.size();
    for (int t = worker; t < slots.length; t += batch.team().size()) {
      int at = t * Tiles.SIZE;
      int n = Math.min(Tiles.SIZE, size - at);
      batch.sumGradients(at, n, gradients, part);
      parameters.read(at, values, n);
      optimizer.update(coefficients, values, gradients, slots[t], n);
      parameters.write(at, values, n);
    }
  }
}
