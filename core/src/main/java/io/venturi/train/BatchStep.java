package io.venturi.train;

import io.venturi.data.Dataset;
import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.CodeMonitor;
import io.venturi.spi.Network;
import io.venturi.spi.NetworkWorkspace;
import java.util.List;
import java.util.Optional;

/**
 * The way of one batch: rows → shards → corrupt → encode → [codes of the whole batch: transform,
 * penalties] → decode → loss → gradients, the same way back. Shards go through it in parallel; they
 * wait for one another only where a hook must see the whole batch.
 */
final class BatchStep<W extends NetworkWorkspace> implements AutoCloseable {

  /** The name under which metrics show the loss where there are penalties beside it. */
  static final String RECONSTRUCTION = "reconstruction";

  /** More gain nothing on any optimizer's pass over memory. */
  private static final int MOST_THREADS = 64;

  private final Hooks hooks;
  private final RowLosses losses;
  private final ShardSet<W> shards;
  private final CodePass codes;
  private final ShardTasks<W> tasks;
  private final WorkerTeam team;

  private int rows;
  private Moment moment = Moment.ofTraining();

  private BatchStep(Objective objective, Network<W> network, ShardPlan plan, int threads) {
    this.hooks = new Hooks(network.description().simpleName(), objective.types());
    this.losses = new RowLosses(plan.capacity(), hooks.weightings);
    this.shards = new ShardSet<>(objective, network, plan, hooks, losses);
    this.codes = new CodePass(hooks);
    int useful = Math.max(1, Math.min(threads, usefulThreads(network, plan)));
    this.tasks = new ShardTasks<>(shards, losses, useful);
    this.team = new WorkerTeam(useful); // Last: no thread is left behind if memory runs out.
  }

  /** Shards and tiles of the parameters are what can be dealt out. */
  private static int usefulThreads(Network<?> network, ShardPlan plan) {
    int tiles = (network.parameters().size() + Tiles.SIZE - 1) / Tiles.SIZE;
    return plan.mostShards() == 1 ? 1 : Math.max(plan.mostShards(), Math.min(tiles, MOST_THREADS));
  }

  static BatchStep<?> of(Objective objective, ShardPlan plan, int threads) {
    return of(objective, objective.network(), plan, threads);
  }

  private static <W extends NetworkWorkspace> BatchStep<W> of(
      Objective objective, Network<W> network, ShardPlan plan, int threads) {
    return new BatchStep<>(objective, network, plan, threads);
  }

  /**
   * Computes the objective on a batch, and every shard's gradients.
   *
   * @param moment whose figures get those of the batch
   * @return the objective: the mean of the rows' losses, plus penalties
   */
  double gradient(Dataset data, int[] order, int from, int rows, Moment moment) {
    take(data, order, from, rows, moment);
    if (!losses.needWholeBatch() && codes.isEmpty()) {
      team.run(tasks.allTheWay);
      return objective();
    }
    team.run(tasks.toCode);
    codes.forward(shards.code, shards.latent, rows);
    throughTheDecoder();
    codes.backward(shards.code, shards.latent, rows);
    double objective = objective();
    team.run(tasks.toInput);
    return objective;
  }

  /** From latents to their gradients. */
  private void throughTheDecoder() {
    if (losses.needWholeBatch()) {
      team.run(tasks.toLoss);
      losses.weighAll(rows);
      team.run(tasks.fromLoss);
    } else {
      team.run(tasks.fromCode);
    }
  }

  /** The mean of the rows' losses, plus penalties, whose gradients are added to the codes'. */
  private double objective() {
    double loss = losses.mean(rows);
    double penalty = codes.penalise(shards.code.value(), shards.code.gradient(), rows);
    penalty += shards.jacobianPenalties(activeShards(), rows, moment);
    if (hooks.penalise()) {
      moment.report(RECONSTRUCTION, loss);
    }
    return loss + penalty;
  }

  /**
   * Computes the objective on a batch that is not trained on: nothing is corrupted, and types do
   * not weigh rows.
   *
   * @param moment whose figures get those of the batch
   * @return the mean over its rows
   */
  double evaluate(Dataset data, int[] order, int from, int rows, Moment moment) {
    take(data, order, from, rows, moment);
    if (codes.isEmpty()) {
      team.run(tasks.inUse);
      return objective();
    }
    team.run(tasks.toCodeInUse);
    codes.forward(shards.code, shards.latent, rows);
    team.run(tasks.toLossInUse);
    shards.code.gradient().clear(); // Penalties add to it, without end if nobody did.
    return objective();
  }

  /** Shows the codes of the batch at hand to those who watch them. */
  void observe(List<CodeMonitor> monitors) {
    for (int i = 0; i < monitors.size(); i++) { // An iterator would be an object.
      monitors.get(i).observe(shards.code.value(), rows);
    }
  }

  private void take(Dataset data, int[] order, int from, int rows, Moment moment) {
    this.rows = rows;
    this.moment = moment;
    tasks.take(data, order, from, rows, moment);
    moment.rows(rows);
    codes.take(moment);
    shards.take(moment);
    losses.begin(data, moment);
  }

  /** How many shards the batch at hand has. */
  int activeShards() {
    return tasks.active();
  }

  /** The gradient vector of one shard. */
  Tensor gradients(int shard) {
    return shards.get(shard).gradients;
  }

  /** Adds up the shards' gradients. */
  void sumGradients(Tensor sum) {
    shards.sumGradients(activeShards(), sum);
  }

  /** Adds up {@code n} values of the shards' gradients, always in the order of the shards. */
  void sumGradients(int at, int n, float[] total, float[] part) {
    shards.sumGradients(activeShards(), at, n, total, part);
  }

  /** Lets layers change their state by what the shards of the batch at hand have left. */
  void updateState() {
    shards.updateState(activeShards(), rows);
  }

  /** The team, for work of other kinds between batches. */
  WorkerTeam team() {
    return team;
  }

  /** The first layer, from the input on, with a value in the batch at hand that is not finite. */
  Optional<String> firstNonFinite(List<String> layerNames) {
    return shards.firstNonFinite(activeShards(), layerNames);
  }

  /** Ends the threads and frees the memory. */
  @Override
  public void close() {
    team.close();
    shards.close();
  }
}
