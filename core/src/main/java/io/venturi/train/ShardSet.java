package io.venturi.train;

import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.Activations;
import io.venturi.spi.JacobianPenalty;
import io.venturi.spi.Network;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.WorkspaceMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The shards of a batch and their memory. Codes, latents and their gradients are views of
 * batch-wide tensors; everything else is each shard's own. What is added over shards is added in
 * their order.
 */
final class ShardSet<W extends NetworkWorkspace> implements AutoCloseable {

  final ShardPlan plan;
  final Activations code;

  /** What the decoder reads: the code itself unless a type transforms it. */
  final Activations latent;

  private final List<Shard<W>> shards = new ArrayList<>();
  private final StateUpdate states;
  private final JacobianPenalty[] jacobianPenalties;

  ShardSet(Objective objective, Network<W> network, ShardPlan plan, Hooks hooks, RowLosses losses) {
    NetworkDescription description = network.description();
    this.plan = plan;
    this.jacobianPenalties = hooks.jacobianPenalties;
    this.code = values(plan.capacity(), description.codeSize());
    this.latent =
        hooks.transform == null ? code : values(plan.capacity(), description.latentSize());
    this.states = new StateUpdate(network.parameters(), plan.mostShards());
    for (int s = 0; s < plan.mostShards(); s++) {
      Tensor gradients = Tensor.allocate(1, network.parameters().size());
      WorkspaceMemory memory =
          WorkspaceMemory.forTraining(
              description.inputs(),
              hooks.corrupt() || objective.weights().gaps().allowed(),
              part(code, s),
              part(latent, s),
              gradients,
              states.of(s));
      if (hooks.penaliseJacobian()) {
        memory.withDirections();
      }
      shards.add(
          new Shard<>(
              network,
              objective,
              hooks,
              network.workspace(memory),
              gradients,
              losses.values,
              plan.from(s)));
    }
  }

  private static Activations values(int rows, int columns) {
    return new Activations(Tensor.allocate(rows, columns), Tensor.allocate(rows, columns));
  }

  private Activations part(Activations whole, int shard) {
    int first = plan.from(shard);
    int count = plan.capacity(shard);
    return new Activations(whole.value().rows(first, count), whole.gradient().rows(first, count));
  }

  /** Tells all hooks of the step to come. */
  void take(Moment moment) {
    for (int s = 0; s < shards.size(); s++) { // An iterator would be an object.
      shards.get(s).take(moment);
    }
  }

  Shard<W> get(int shard) {
    return shards.get(shard);
  }

  /** Adds up {@code n} values of the gradients of the first {@code active} shards. */
  void sumGradients(int active, int at, int n, float[] total, float[] part) {
    get(0).gradients.read(at, total, n);
    for (int s = 1; s < active; s++) {
      get(s).gradients.read(at, part, n);
      for (int i = 0; i < n; i++) {
        total[i] += part[i];
      }
    }
  }

  /** Adds up the gradients of the first {@code active} shards. */
  void sumGradients(int active, Tensor sum) {
    float[] total = new float[Tiles.SIZE];
    float[] part = new float[Tiles.SIZE];
    for (int at = 0; at < sum.size(); at += Tiles.SIZE) {
      int n = Math.min(Tiles.SIZE, sum.size() - at);
      sumGradients(active, at, n, total, part);
      sum.write(at, total, n);
    }
  }

  /** The sum of the penalties on the Jacobian, each a mean over rows and reported by its name. */
  double jacobianPenalties(int active, int rows, Moment moment) {
    double all = 0;
    for (int hook = 0; hook < jacobianPenalties.length; hook++) {
      double sum = 0;
      for (int s = 0; s < active; s++) {
        sum += get(s).jacobian.values[hook];
      }
      moment.report(jacobianPenalties[hook].name(), sum / rows);
      all += sum / rows;
    }
    return all;
  }

  /** Lets layers change their state by what the first {@code active} shards have left. */
  void updateState(int active, int rows) {
    states.apply(active, rows);
  }

  /** The first layer, from the input on, with a value that is not finite. */
  Optional<String> firstNonFinite(int active, List<String> layerNames) {
    for (int layer = 0; layer < layerNames.size(); layer++) {
      for (int s = 0; s < active; s++) {
        W w = get(s).workspace;
        Tensor values = w.layerValues().get(layer);
        if (values.firstNonFinite(w.rows() * values.columns()) >= 0) {
          return Optional.of(layerNames.get(layer));
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    shards.forEach(Shard::release);
    release(code);
    release(latent);
    states.release();
  }

  private static void release(Activations values) {
    values.value().release();
    values.gradient().release();
  }
}
