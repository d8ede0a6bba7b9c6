package io.venturi.train;

import io.venturi.data.Dataset;
import io.venturi.kernel.Tensor;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.Loss;
import io.venturi.spi.Network;
import java.util.List;

/**
 * What training minimises: a network's loss, averaged over the rows of a batch, plus the penalties
 * of its types.
 *
 * @param network the network
 * @param loss what a reconstruction costs
 * @param types the autoencoder types, in the order of the spec's annotations
 */
public record Objective(Network<?> network, Loss loss, List<AutoencoderType> types) {

  public Objective {
    types = List.copyOf(types);
  }

  /**
   * The objective and its gradient at any parameters: a pure function, which leaves the network as
   * it was. For checks and for optimizers outside the trainer; it allocates its workspaces at every
   * call.
   *
   * @param parameters the flat vector to evaluate at, shape (1, network.parameters().size())
   * @param data where the rows are
   * @param rows the numbers of the batch's rows
   * @param seed of noise and sampling
   * @param gradient out, the shape of {@code parameters}
   * @return the objective
   */
  public double gradient(Tensor parameters, Dataset data, int[] rows, long seed, Tensor gradient) {
    Tensor own = network.parameters().values();
    float[] before = own.toArray();
    try (BatchStep<?> step = BatchStep.of(this, plan(rows.length), 1)) {
      own.copyFrom(parameters);
      double value = step.gradient(data, rows, 0, rows.length, seed);
      step.sumGradients(gradient);
      return value;
    } finally {
      own.write(0, before, before.length);
    }
  }

  ShardPlan plan(int batchSize) {
    return ShardPlan.of(batchSize, network.parameters().size());
  }
}
