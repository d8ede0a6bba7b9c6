package io.venturi.train;

import io.venturi.kernel.Tensor;
import io.venturi.spi.Parameters;

/**
 * What the shards of a batch have to say to the layers' state, and how it gets there: added up in
 * the order of the shards, as gradients are.
 */
final class StateUpdate {

  private final Parameters parameters;
  private final int size;
  private final Tensor shards;
  private final float[] state;
  private final float[] sum;
  private final float[] part;

  StateUpdate(Parameters parameters, int mostShards) {
    this.parameters = parameters;
    this.size = parameters.state().size();
    this.shards = Tensor.allocate(mostShards, size);
    this.state = new float[size];
    this.sum = new float[size];
    this.part = new float[size];
  }

  /** Where a shard leaves what it has to say. */
  Tensor of(int shard) {
    return shards.rows(shard, 1);
  }

  /** Changes the state after a step of so many shards and rows. */
  void apply(int activeShards, int rows) {
    if (size == 0) {
      return;
    }
    shards.read(0, sum, size);
    for (int s = 1; s < activeShards; s++) {
      shards.read(s * size, part, size);
      for (int i = 0; i < size; i++) {
        sum[i] += part[i];
      }
    }
    parameters.state().read(0, state, size);
    parameters.kernels().updateState(state, sum, rows);
    parameters.state().write(0, state, size);
  }

  void release() {
    shards.release();
  }
}
