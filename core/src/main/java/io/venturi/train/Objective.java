package io.venturi.train;

import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.kernel.Tensor;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.Loss;
import io.venturi.spi.Network;
import io.venturi.spi.Parameters;
import java.util.List;

/**
 * What training minimises: a network's loss, averaged over the rows of a batch, plus the penalties
 * of its types.
 *
 * @param network the network
 * @param loss what a reconstruction costs
 * @param types the autoencoder types, in the order of the spec's annotations
 * @param weights what each value of a row counts in the loss
 */
public record Objective(
    Network<?> network, Loss loss, List<AutoencoderType> types, ElementWeights weights) {

  public Objective {
    types = List.copyOf(types);
  }

  /** An objective in which all values of a row count alike. */
  public Objective(Network<?> network, Loss loss, List<AutoencoderType> types) {
    this(network, loss, types, ElementWeights.NONE);
  }

  /**
   * The objective and its gradient at any parameters: a pure function, which leaves the network as
   * it was. For checks and for optimizers outside the trainer. It makes its workspaces at every
   * call and, while it runs, puts {@code parameters} into the network, so nobody else may use that
   * meanwhile.
   *
   * @param parameters the flat vector to evaluate at, shape (1, network.parameters().size())
   * @param data where the rows are
   * @param rows the numbers of the batch's rows
   * @param seed of noise and sampling
   * @param gradient out, the shape of {@code parameters}
   * @return the objective
   * @throws io.venturi.error.DataException if the data has another width than the network
   * @throws IllegalArgumentException if there are no rows, or one alone for a layer that normalises
   *     over rows, or a vector has another size
   */
  public double gradient(Tensor parameters, Dataset data, int[] rows, long seed, Tensor gradient) {
    Parameters own = network.parameters();
    if (rows.length == 0 || parameters.size() != own.size() || gradient.size() != own.size()) {
      throw new IllegalArgumentException(
          rows.length
              + " rows, "
              + parameters.size()
              + " parameters and room for "
              + gradient.size()
              + " gradients, for a network of "
              + own.size()
              + " parameters");
    }
    DataChecks.requireWidth(
        data, network.description().inputs(), network.description().simpleName());
    if (rows.length == 1 && own.kernels().rowGroup() > 1) {
      throw new IllegalArgumentException("one row, for a layer that normalises over rows");
    }
    Parameters.Snapshot before = own.snapshot();
    try (BatchStep<?> step = BatchStep.of(this, plan(rows.length), 1)) {
      own.values().copyFrom(parameters);
      Moment moment = Moment.ofTraining().at(seed, 0, 0);
      double value = step.gradient(data, rows, 0, rows.length, moment);
      step.sumGradients(gradient);
      return value;
    } finally {
      before.restore();
    }
  }

  ShardPlan plan(int batchSize) {
    return ShardPlan.of(batchSize, network.parameters());
  }
}
