package io.venturi.train;

import io.venturi.data.Dataset;
import io.venturi.kernel.Seeds;
import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.Activations;
import io.venturi.spi.CodePenalty;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.Network;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.RowWeighting;
import io.venturi.spi.WorkspaceMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The way of one batch: rows → shards → corrupt → encode → [codes of the whole batch: transform,
 * penalties] → decode → loss → gradients, the same way back. Shards go through it in parallel; they
 * wait for one another only where a hook must see the whole batch.
 *
 * <p>Which thread computes a shard does not matter: every shard writes its own memory, and what is
 * added over shards is added in their order.
 */
final class BatchStep<W extends NetworkWorkspace> implements AutoCloseable {

  /** The stream of a transform's seed; corruptions have those from 0 on. */
  static final int TRANSFORM = 1000;

  /** The stream of what layers draw, each from a stream of its own. */
  static final int LAYERS = 1001;

  /** More gain nothing on any optimizer's pass over memory. */
  private static final int MOST_THREADS = 64;

  private final ShardPlan plan;
  private final Hooks hooks;
  private final WorkerTeam team;
  private final List<Shard<W>> shards = new ArrayList<>();
  private final Activations code;
  private final Activations latent;
  private final StateUpdate states;
  private final float[] rowLoss;
  private final float[] rowWeights;
  private final float[] moreWeights;

  // The tasks of the step, made once so that a step allocates nothing.
  private final WorkerTeam.Task toCode = eachShard(this::gatherAndEncode);
  private final WorkerTeam.Task toLoss = eachShard(this::decode);
  private final WorkerTeam.Task fromLoss = eachShard(this::decodeGradient);
  private final WorkerTeam.Task fromCode = eachShard(this::decodeAndBack);
  private final WorkerTeam.Task toInput = eachShard(this::encodeGradient);
  private final WorkerTeam.Task allTheWay = eachShard(this::allTheWay);
  private final WorkerTeam.Task forwardOnly = eachShard(this::forwardOnly);

  // The batch at hand.
  private Dataset data = Nothing.DATA;
  private int[] order = {};
  private int from;
  private int rows;
  private long seed;
  private boolean weighted;

  private BatchStep(Objective objective, Network<W> network, ShardPlan plan, int threads) {
    NetworkDescription description = network.description();
    this.plan = plan;
    this.hooks = new Hooks(description.simpleName(), objective.types());
    int capacity = plan.capacity();
    this.code = values(capacity, description.codeSize());
    this.latent = hooks.transform == null ? code : values(capacity, description.codeSize());
    this.rowLoss = new float[capacity];
    this.rowWeights = new float[capacity];
    this.moreWeights = new float[hooks.weighRows() ? capacity : 0];
    this.states = new StateUpdate(network.parameters(), plan.mostShards());
    for (int s = 0; s < plan.mostShards(); s++) {
      Tensor gradients = Tensor.allocate(1, network.parameters().size());
      WorkspaceMemory memory =
          WorkspaceMemory.forTraining(
              description.inputs(),
              hooks.corrupt(),
              part(code, s),
              part(latent, s),
              gradients,
              states.of(s));
      shards.add(
          new Shard<>(
              network,
              objective.loss(),
              hooks.corruptions,
              network.workspace(memory),
              gradients,
              rowLoss,
              plan.from(s)));
    }
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

  private static Activations values(int rows, int columns) {
    return new Activations(Tensor.allocate(rows, columns), Tensor.allocate(rows, columns));
  }

  private Activations part(Activations whole, int shard) {
    int first = plan.from(shard);
    int count = plan.capacity(shard);
    return new Activations(whole.value().rows(first, count), whole.gradient().rows(first, count));
  }

  /**
   * Computes the objective on a batch, and every shard's gradients.
   *
   * @return the objective: the mean of the rows' losses, plus penalties
   */
  double gradient(Dataset data, int[] order, int from, int rows, long seed) {
    take(data, order, from, rows, seed);
    if (!hooks.weighRows() && !hooks.touchCodeGradient()) {
      team.run(allTheWay);
      return meanLoss();
    }
    CodeTransform transform = hooks.transform;
    team.run(toCode);
    if (transform != null) {
      transform.forward(code.value(), latent.value(), rows, Seeds.of(seed, TRANSFORM));
    }
    double loss = throughTheDecoder();
    if (transform != null) {
      transform.backward(
          code.value(), latent.gradient(), code.gradient(), rows, Seeds.of(seed, TRANSFORM));
    }
    for (CodePenalty hook : hooks.penalties) {
      loss += hook.penalise(code.value(), code.gradient(), rows);
    }
    team.run(toInput);
    return loss;
  }

  /** From latents to their gradients, and the mean of the rows' losses. */
  private double throughTheDecoder() {
    if (!hooks.weighRows()) {
      team.run(fromCode);
      return meanLoss();
    }
    team.run(toLoss);
    if (!weighted) {
      Arrays.fill(rowWeights, 0, rows, 1f);
    }
    for (RowWeighting hook : hooks.weightings) {
      hook.weigh(rowLoss, moreWeights, rows);
      for (int r = 0; r < rows; r++) {
        rowWeights[r] *= moreWeights[r];
      }
    }
    for (int r = 0; r < rows; r++) {
      rowLoss[r] *= rowWeights[r];
    }
    team.run(fromLoss);
    return meanLoss();
  }

  /** The sum of the rows' losses, without corruption, transform and penalties. */
  double evaluate(Dataset data, int[] order, int from, int rows) {
    take(data, order, from, rows, 0);
    team.run(forwardOnly);
    return meanLoss() * rows;
  }

  private void take(Dataset data, int[] order, int from, int rows, long seed) {
    this.data = data;
    this.order = order;
    this.from = from;
    this.rows = rows;
    this.seed = seed;
    this.weighted = data.isWeighted();
  }

  private double meanLoss() {
    double sum = 0;
    for (int r = 0; r < rows; r++) {
      sum += rowLoss[r];
    }
    return sum / rows;
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
    float[] total = new float[Tiles.SIZE];
    float[] part = new float[Tiles.SIZE];
    for (int at = 0; at < sum.size(); at += Tiles.SIZE) {
      int n = Math.min(Tiles.SIZE, sum.size() - at);
      sumGradients(at, n, total, part);
      sum.write(at, total, n);
    }
  }

  /** Adds up {@code n} values of the shards' gradients, always in the order of the shards. */
  void sumGradients(int at, int n, float[] total, float[] part) {
    gradients(0).read(at, total, n);
    for (int s = 1; s < activeShards(); s++) {
      gradients(s).read(at, part, n);
      for (int i = 0; i < n; i++) {
        total[i] += part[i];
      }
    }
  }

  /** Lets layers change their state by what the shards of the batch at hand have left. */
  void updateState() {
    states.apply(activeShards(), rows);
  }

  /** The team, for work of other kinds between batches. */
  WorkerTeam team() {
    return team;
  }

  /** The first layer, from the input on, with a value in the batch at hand that is not finite. */
  Optional<String> firstNonFinite(List<String> layerNames) {
    for (int layer = 0; layer < layerNames.size(); layer++) {
      for (int s = 0; s < activeShards(); s++) {
        W w = shards.get(s).workspace;
        Tensor values = w.layerValues().get(layer);
        if (values.firstNonFinite(w.rows() * values.columns()) >= 0) {
          return Optional.of(layerNames.get(layer));
        }
      }
    }
    return Optional.empty();
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

  /** The rows of a shard and, if rows have weights, these. */
  private void gather(Shard<W> shard, int number) {
    int first = plan.from(number);
    int count = plan.count(number, rows);
    shard.gather(data, order, from + first, count);
    if (weighted) {
      for (int r = first; r < first + count; r++) {
        rowWeights[r] = data.weight(order[from + r]);
      }
    }
  }

  private void weighLosses(int number) {
    int first = plan.from(number);
    int count = plan.count(number, rows);
    for (int r = first; r < first + count; r++) {
      rowLoss[r] *= rowWeights[r];
    }
  }

  private void gatherAndEncode(Shard<W> shard, int number) {
    gather(shard, number);
    if (hooks.corrupt()) {
      shard.corrupt(seed);
    }
    shard.workspace.training(Seeds.of(seed, LAYERS), plan.from(number));
    shard.encode();
  }

  private void decode(Shard<W> shard, int number) {
    shard.decode();
    shard.loss(1f / rows);
  }

  private void decodeGradient(Shard<W> shard, int number) {
    shard.weigh(rowWeights);
    shard.decodeGradient();
  }

  private void decodeAndBack(Shard<W> shard, int number) {
    shard.decode();
    shard.loss(1f / rows);
    if (weighted) {
      weighLosses(number);
      shard.weigh(rowWeights);
    }
    shard.decodeGradient();
  }

  private void encodeGradient(Shard<W> shard, int number) {
    shard.encodeGradient();
  }

  private void allTheWay(Shard<W> shard, int number) {
    gatherAndEncode(shard, number);
    decodeAndBack(shard, number);
    encodeGradient(shard, number);
  }

  private void forwardOnly(Shard<W> shard, int number) {
    gather(shard, number);
    shard.keepClean();
    shard.workspace.inference();
    shard.encode();
    shard.keepCode();
    shard.decode();
    shard.loss(1f / rows);
    if (weighted) {
      weighLosses(number);
    }
  }

  /** Ends the threads and frees the memory. */
  @Override
  public void close() {
    team.close();
    for (Shard<W> shard : shards) {
      shard.release();
    }
    release(code);
    release(latent);
    states.release();
  }

  private static void release(Activations values) {
    values.value().release();
    values.gradient().release();
  }

  /** Stands for "no batch yet". */
  private static final class Nothing {
    static final Dataset DATA = Dataset.ofFlat(new float[1], 1);
  }
}
