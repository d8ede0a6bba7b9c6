package io.venturi.benchmarks.peers.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.venturi.benchmarks.peers.task.Batches;
import io.venturi.benchmarks.peers.task.Contestant;
import io.venturi.benchmarks.peers.task.LayerWeights;
import io.venturi.benchmarks.peers.task.Losses;
import io.venturi.benchmarks.peers.task.Rounds;
import io.venturi.benchmarks.peers.task.Task;
import io.venturi.benchmarks.peers.task.Work;
import java.util.ArrayList;
import java.util.List;

/**
 * libtorch at its best: batches are gathered before each epoch, outside the time; operations and
 * Adam's native update are called directly; every array is freed after its step; no metrics.
 */
public final class TorchTraining implements Contestant {

  private final Task task;
  private final Work work;
  private final float[] rows;
  private final Engine engine = Engine.getEngine("PyTorch");
  private final NDManager manager = engine.newBaseManager();
  private final TorchNetwork network;
  private final Optimizer adam =
      Optimizer.adam().optLearningRateTracker(Tracker.fixed(1e-3f)).build();

  public TorchTraining(Task task) {
    this.task = task;
    this.work = task.work();
    this.rows = task.material().rows();
    this.network = network(manager, work, task.material().weights());
  }

  private static TorchNetwork network(NDManager manager, Work work, List<LayerWeights> weights) {
    return switch (work) {
      case DENSE -> new DenseStack(manager, weights, true);
      case TABULAR -> new DenseStack(manager, weights, false);
      case CONV_UPSAMPLING -> new UpsamplingNetwork(manager, weights);
      case VAE -> new VariationalStack(manager, weights);
      default -> throw new IllegalArgumentException("no network for " + work);
    };
  }

  @Override
  public double check() {
    Batches batches = new Batches(work, rows);
    for (int step = 0; step < work.checkedSteps(); step++) {
      step(array(batches.get(step)));
    }
    float[] fixed = task.material().fixedRows(rows);
    try (NDManager scratch = manager.newSubManager()) {
      NDArray batch = array(fixed);
      batch.attach(scratch);
      float[] reconstructions = network.reconstruct(batch).toFloatArray();
      return network instanceof VariationalStack stack
          ? Losses.negativeElbo(
              fixed,
              reconstructions,
              stack.encode(batch).toFloatArray(),
              fixed.length / work.inputs())
          : Losses.meanSquaredError(fixed, reconstructions);
    }
  }

  @Override
  public double figure() {
    Batches batches = new Batches(work, rows);
    double seconds = Rounds.median(task.effort(), () -> epoch(batches));
    return work.count() / seconds;
  }

  private double epoch(Batches batches) {
    batches.shuffle();
    List<NDArray> gathered = new ArrayList<>();
    for (int batch = 0; batch < batches.count(); batch++) {
      gathered.add(array(batches.get(batch)));
    }
    return Rounds.seconds(() -> gathered.forEach(this::step));
  }

  private NDArray array(float[] values) {
    return manager.create(values, new Shape(values.length / work.inputs(), work.inputs()));
  }

  /** A step, after which the batch is freed with all that came of it. */
  private void step(NDArray batch) {
    try (NDManager scratch = manager.newSubManager()) {
      batch.attach(scratch);
      try (GradientCollector collector = engine.newGradientCollector()) {
        collector.backward(network.loss(batch));
      }
      int number = 0;
      for (NDArray parameter : network.parameters()) {
        try (NDArray gradient = parameter.getGradient()) {
          adam.update(Integer.toString(number++), parameter, gradient);
        }
      }
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
