package io.venturi.benchmarks.peers.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.venturi.benchmarks.peers.task.Contestant;
import io.venturi.benchmarks.peers.task.Losses;
import io.venturi.benchmarks.peers.task.Rounds;
import io.venturi.benchmarks.peers.task.Task;
import io.venturi.benchmarks.peers.task.Work;
import io.venturi.benchmarks.peers.torch.TorchRows.Freeing;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * libtorch at its best: operations are called directly; of single rows the faster way of freeing
 * arrays counts; batches of many rows lie in arrays beforehand, and of a few sizes the fastest
 * counts.
 */
public final class TorchInference implements Contestant {

  private static final List<Integer> BATCHES = List.of(256, 1_000, 4_000);

  private final Task task;
  private final Work work;
  private final float[] rows;
  private final NDManager manager = Engine.getEngine("PyTorch").newBaseManager();
  private final DenseStack network;
  private final int codes;

  public TorchInference(Task task) {
    this.task = task;
    this.work = task.work();
    this.rows = task.material().rows();
    var weights = task.material().weights();
    this.network = new DenseStack(manager, weights, work != Work.ROW_TABULAR);
    network.parameters().forEach(parameter -> parameter.setRequiresGradient(false));
    this.codes = weights.get(weights.size() / 2).shape()[0];
  }

  @Override
  public double check() {
    float[] expected = task.material().expected();
    float[] fixed = task.material().fixedRows(rows);
    float[] actual = new float[expected.length];
    if (work.goal() != Work.Goal.ENCODE) {
      return Stream.of(Freeing.values())
          .mapToDouble(freeing -> rowsDiffer(freeing, fixed, expected))
          .max()
          .orElseThrow();
    }
    try (NDArray batch = array(fixed, 0, fixed.length / work.inputs())) {
      encode(batch, actual, 0);
    }
    return Losses.largestDifference(expected, actual);
  }

  private double rowsDiffer(Freeing freeing, float[] fixed, float[] expected) {
    float[] actual = new float[expected.length];
    try (TorchRows each = new TorchRows(manager, network, work.inputs(), freeing)) {
      each.reconstruct(fixed, actual);
    }
    return Losses.largestDifference(expected, actual);
  }

  @Override
  public double figure() {
    if (work.goal() == Work.Goal.ENCODE) {
      return BATCHES.stream().mapToDouble(this::rowsPerSecond).max().orElseThrow();
    }
    return Stream.of(Freeing.values()).mapToDouble(this::microsecondsPerRow).min().orElseThrow();
  }

  private double microsecondsPerRow(Freeing freeing) {
    float[] results = new float[rows.length];
    try (TorchRows each = new TorchRows(manager, network, work.inputs(), freeing)) {
      double seconds =
          Rounds.median(task.effort(), () -> Rounds.seconds(() -> each.reconstruct(rows, results)));
      return seconds * 1e6 / work.count();
    }
  }

  private double rowsPerSecond(int size) {
    List<NDArray> batches = new ArrayList<>();
    for (int first = 0; first < work.count(); first += size) {
      batches.add(array(rows, first, Math.min(size, work.count() - first)));
    }
    float[] results = new float[work.count() * codes];
    Runnable round =
        () -> {
          for (int pass = 0; pass < work.passes(); pass++) {
            for (int batch = 0; batch < batches.size(); batch++) {
              encode(batches.get(batch), results, batch * size * codes);
            }
          }
        };
    double seconds = Rounds.median(task.effort(), () -> Rounds.seconds(round));
    batches.forEach(NDArray::close);
    return work.passes() * work.count() / seconds;
  }

  private NDArray array(float[] values, int first, int count) {
    FloatBuffer from = FloatBuffer.wrap(values, first * work.inputs(), count * work.inputs());
    return manager.create(from.slice(), new Shape(count, work.inputs()), DataType.FLOAT32);
  }

  private void encode(NDArray batch, float[] into, int at) {
    try (NDManager scratch = manager.newSubManager()) {
      batch.tempAttach(scratch);
      TorchRows.read(network.encode(batch), into, at);
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
