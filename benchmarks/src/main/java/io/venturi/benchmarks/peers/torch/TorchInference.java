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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * libtorch at its best: operations are called directly; a single row goes in through memory that
 * its array shares; batches of many rows lie in arrays beforehand, and of a few sizes the fastest
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
    if (work.goal() == Work.Goal.ENCODE) {
      try (NDArray batch = array(fixed, 0, fixed.length / work.inputs())) {
        encode(batch, actual, 0);
      }
    } else {
      new Row().run(fixed, actual);
    }
    return Losses.largestDifference(expected, actual);
  }

  @Override
  public double figure() {
    if (work.goal() == Work.Goal.ENCODE) {
      return BATCHES.stream().mapToDouble(this::rowsPerSecond).max().orElseThrow();
    }
    Row row = new Row();
    float[] results = new float[rows.length];
    double seconds =
        Rounds.median(task.effort(), () -> Rounds.seconds(() -> row.run(rows, results)));
    return seconds * 1e6 / work.count();
  }

  private double rowsPerSecond(int size) {
    List<NDArray> batches = new ArrayList<>();
    for (int first = 0; first < work.count(); first += size) {
      batches.add(array(rows, first, Math.min(size, work.count() - first)));
    }
    float[] results = new float[work.count() * codes];
    double seconds =
        Rounds.median(
            task.effort(),
            () ->
                Rounds.seconds(
                    () -> {
                      for (int batch = 0; batch < batches.size(); batch++) {
                        encode(batches.get(batch), results, batch * size * codes);
                      }
                    }));
    batches.forEach(NDArray::close);
    return work.count() / seconds;
  }

  private NDArray array(float[] values, int first, int count) {
    FloatBuffer from = FloatBuffer.wrap(values, first * work.inputs(), count * work.inputs());
    return manager.create(from.slice(), new Shape(count, work.inputs()), DataType.FLOAT32);
  }

  private void encode(NDArray batch, float[] into, int at) {
    try (NDManager scratch = manager.newSubManager()) {
      batch.tempAttach(scratch);
      read(network.encode(batch), into, at);
    }
  }

  private static void read(NDArray from, float[] into, int at) {
    FloatBuffer values = from.toByteBuffer().asFloatBuffer();
    values.get(into, at, values.remaining());
  }

  /** One row at a time. */
  private final class Row {

    private final ByteBuffer memory =
        ByteBuffer.allocateDirect(work.inputs() * Float.BYTES).order(ByteOrder.nativeOrder());
    private final FloatBuffer values = memory.asFloatBuffer();
    private final NDArray input =
        manager.create(memory, new Shape(1, work.inputs()), DataType.FLOAT32);

    /** All rows of an array, one after another. */
    void run(float[] from, float[] into) {
      for (int at = 0; at < from.length; at += work.inputs()) {
        values.clear().put(from, at, work.inputs());
        try (NDManager scratch = manager.newSubManager()) {
          input.tempAttach(scratch);
          read(network.reconstruct(input), into, at);
        }
      }
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
