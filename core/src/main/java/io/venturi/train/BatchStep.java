package io.venturi.train;

import io.venturi.data.Dataset;
import io.venturi.kernel.Seeds;
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
 *
 * <p>Which thread computes a shard does not matter: every shard writes its own memory.
 */
final class BatchStep<W extends NetworkWorkspace> implements AutoCloseable {

  /** The name under which metrics show the loss where there are penalties beside it. */
  static final String RECONSTRUCTION = "reconstruction";

  /** The stream of what layers draw, each from a stream of its own. */
  static final int LAYERS = 1001;

  /** More gain nothing on any optimizer's pass over memory. */
  private static final int MOST_THREADS = 64;

  private final ShardPlan plan;
  private final Hooks hooks;
  private final RowLosses losses;
  private final ShardSet<W> shards;
  private final CodePass codes;
  private final WorkerTeam team;

  // The tasks of the step, made once so that a step allocates nothing.
  private final WorkerTeam.Task toCode = eachShard(this::gatherAndEncode);
  private final WorkerTeam.Task toLoss = eachShard(this::decode);
  private final WorkerTeam.Task fromLoss = eachShard(this::decodeGradient);
  private final WorkerTeam.Task fromCode = eachShard(this::decodeAndBack);
  private final WorkerTeam.Task toInput = eachShard(this::encodeGradient);
  private final WorkerTeam.Task allTheWay = eachShard(this::allTheWay);
  private final WorkerTeam.Task toCodeInUse = eachShard(this::gatherAndEncodeInUse);
  private final WorkerTeam.Task toLossInUse = eachShard(this::decodeInUse);
  private final WorkerTeam.Task inUse = eachShard(this::forwardInUse);

  // The batch at hand.
  private Dataset data = Nothing.DATA;
  private int[] order = {};
  private int from;
  private int rows;
  private Moment moment = Moment.ofTraining();

  private BatchStep(Objective objective, Network<W> network, ShardPlan plan, int threads) {
    this.plan = plan;
    this.hooks = new Hooks(network.description().simpleName(), objective.types());
    this.losses = new RowLosses(plan.capacity(), hooks.weightings);
    this.shards = new ShardSet<>(objective, network, plan, hooks, losses);
    this.codes = new CodePass(hooks);
    // Last, so that no thread is left behind if there is no memory for all this.
    this.team = new WorkerTeam(Math.max(1, Math.min(threads, usefulThreads(network))));
  }

  /** Shards and tiles of the parameters are what can be dealt out. */
  private int usefulThreads(Network<W> network) {
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
      team.run(allTheWay);
      return objective();
    }
    team.run(toCode);
    codes.forward(shards.code, shards.latent, rows);
    throughTheDecoder();
    codes.backward(shards.code, shards.latent, rows);
    double objective = objective();
    team.run(toInput);
    return objective;
  }

  /** From latents to their gradients. */
  private void throughTheDecoder() {
    if (losses.needWholeBatch()) {
      team.run(toLoss);
      losses.weighAll(rows);
      team.run(fromLoss);
    } else {
      team.run(fromCode);
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
      team.run(inUse);
      return objective();
    }
    team.run(toCodeInUse);
    codes.forward(shards.code, shards.latent, rows);
    team.run(toLossInUse);
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
    this.data = data;
    this.order = order;
    this.from = from;
    this.rows = rows;
    this.moment = moment;
    moment.rows(rows);
    codes.take(moment);
    shards.take(moment);
    losses.begin(data);
  }

  /** How many shards the batch at hand has. */
  int activeShards() {
    return plan.shards(rows);
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

  @FunctionalInterface
  private interface ShardWork<W extends NetworkWorkspace> {
    void on(Shard<W> shard, int number);
  }

  /** Deals the shards out to the workers. */
  private WorkerTeam.Task eachShard(ShardWork<W> work) {
    return worker -> {
      int active = activeShards();
      for (int s = worker; s < active; s += workers()) {
        work.on(shards.get(s), s);
      }
    };
  }

  private int workers() {
    return team.size();
  }

  private void gather(Shard<W> shard, int number) {
    int first = plan.from(number);
    int count = plan.count(number, rows);
    shard.gather(data, order, from + first, count);
    losses.gather(data, order, from + first, first, count);
  }

  private void gatherAndEncode(Shard<W> shard, int number) {
    gather(shard, number);
    shard.makeInput(true);
    shard.workspace.training(Seeds.of(moment.seed(), LAYERS), plan.from(number));
    shard.encode();
    shard.penaliseJacobian(1f / rows);
  }

  private void decode(Shard<W> shard, int number) {
    shard.decode();
    shard.loss(1f / rows);
  }

  private void decodeGradient(Shard<W> shard, int number) {
    losses.weighGradients(shard);
    shard.lossGradient(1f / rows, losses.rowWeights());
    shard.decodeGradient();
  }

  private void decodeAndBack(Shard<W> shard, int number) {
    decode(shard, number);
    losses.weigh(plan.from(number), plan.count(number, rows));
    decodeGradient(shard, number);
  }

  private void encodeGradient(Shard<W> shard, int number) {
    shard.encodeGradient();
  }

  private void allTheWay(Shard<W> shard, int number) {
    gatherAndEncode(shard, number);
    decodeAndBack(shard, number);
    encodeGradient(shard, number);
  }

  private void gatherAndEncodeInUse(Shard<W> shard, int number) {
    gather(shard, number);
    shard.makeInput(false);
    shard.workspace.inference();
    shard.encode();
    shard.penaliseJacobian(0f);
  }

  private void decodeInUse(Shard<W> shard, int number) {
    decode(shard, number);
    losses.weigh(plan.from(number), plan.count(number, rows));
  }

  private void forwardInUse(Shard<W> shard, int number) {
    gatherAndEncodeInUse(shard, number);
    decodeInUse(shard, number);
  }

  /** Ends the threads and frees the memory. */
  @Override
  public void close() {
    team.close();
    shards.close();
  }

  /** Stands for "no batch yet". */
  private static final class Nothing {
    static final Dataset DATA = Dataset.ofFlat(new float[1], 1);
  }
}
