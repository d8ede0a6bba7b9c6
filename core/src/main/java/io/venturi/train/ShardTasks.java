package io.venturi.train;

import io.venturi.data.Dataset;
import io.venturi.kernel.Seeds;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.StepSeeds;

/**
 * The parts of a step that shards go through in parallel, each shard in memory of its own, so that
 * it does not matter which thread computes it. Made once, so that a step allocates nothing.
 */
final class ShardTasks<W extends NetworkWorkspace> {

  // In training.
  final WorkerTeam.Task toCode = eachShard(this::gatherAndEncode);
  final WorkerTeam.Task toLoss = eachShard(this::decode);
  final WorkerTeam.Task fromLoss = eachShard(this::decodeGradient);
  final WorkerTeam.Task fromCode = eachShard(this::decodeAndBack);
  final WorkerTeam.Task toInput = eachShard(this::encodeGradient);
  final WorkerTeam.Task allTheWay = eachShard(this::allTheWay);

  // On rows that are not trained on.
  final WorkerTeam.Task toCodeInUse = eachShard(this::gatherAndEncodeInUse);
  final WorkerTeam.Task toLossInUse = eachShard(this::decodeInUse);
  final WorkerTeam.Task inUse = eachShard(this::forwardInUse);

  private final ShardSet<W> shards;
  private final RowLosses losses;
  private final int threads;

  // The batch at hand.
  private Dataset data = Nothing.DATA;
  private int[] order = {};
  private int from;
  private int rows;
  private Moment moment = Moment.ofTraining();

  /**
   * Tasks on these shards.
   *
   * @param threads on which each task is to be run
   */
  ShardTasks(ShardSet<W> shards, RowLosses losses, int threads) {
    this.shards = shards;
    this.losses = losses;
    this.threads = threads;
  }

  /** What the next tasks are about. */
  void take(Dataset data, int[] order, int from, int rows, Moment moment) {
    this.data = data;
    this.order = order;
    this.from = from;
    this.rows = rows;
    this.moment = moment;
  }

  /** How many shards the batch at hand has. */
  int active() {
    return shards.plan.shards(rows);
  }

  @FunctionalInterface
  private interface ShardWork<W extends NetworkWorkspace> {
    void on(Shard<W> shard, int number);
  }

  /** Deals the shards out to the workers. */
  private WorkerTeam.Task eachShard(ShardWork<W> work) {
    return worker -> {
      int active = active();
      for (int s = worker; s < active; s += threads) {
        work.on(shards.get(s), s);
      }
    };
  }

  private void gather(Shard<W> shard, int number) {
    int first = shards.plan.from(number);
    int count = shards.plan.count(number, rows);
    shard.gather(data, order, from + first, count);
    losses.gather(data, order, from + first, first, count);
  }

  private void gatherAndEncode(Shard<W> shard, int number) {
    gather(shard, number);
    shard.makeInput(true);
    shard.workspace.training(Seeds.of(moment.seed(), StepSeeds.LAYERS), shards.plan.from(number));
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
    losses.weigh(shards.plan.from(number), shards.plan.count(number, rows));
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
    losses.weigh(shards.plan.from(number), shards.plan.count(number, rows));
  }

  private void forwardInUse(Shard<W> shard, int number) {
    gatherAndEncodeInUse(shard, number);
    decodeInUse(shard, number);
  }

  /** Stands for "no batch yet". */
  private static final class Nothing {
    static final Dataset DATA = Dataset.ofFlat(new float[1], 1);
  }
}
