package io.venturi.benchmarks.peers.onnx;

import ai.onnxruntime.OrtException;
import io.venturi.benchmarks.peers.task.Contestant;
import io.venturi.benchmarks.peers.task.Losses;
import io.venturi.benchmarks.peers.task.Rounds;
import io.venturi.benchmarks.peers.task.Task;
import io.venturi.benchmarks.peers.task.Work;

/** ONNX Runtime with one thread and reused memory, one row at a time. */
public final class OnnxInference implements Contestant {

  private final Task task;
  private final Work work;
  private final float[] rows;
  private final OnnxRows session;

  public OnnxInference(Task task) {
    this.task = task;
    this.work = task.work();
    this.rows = task.material().rows();
    try {
      this.session = new OnnxRows(task.material().weights(), work != Work.ROW_TABULAR);
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public double check() {
    float[] fixed = task.material().fixedRows(rows);
    float[] actual = new float[fixed.length];
    reconstruct(fixed, actual);
    return Losses.largestDifference(task.material().expected(), actual);
  }

  @Override
  public double figure() {
    float[] results = new float[rows.length];
    double seconds =
        Rounds.median(task.effort(), () -> Rounds.seconds(() -> reconstruct(rows, results)));
    return seconds * 1e6 / work.count();
  }

  private void reconstruct(float[] from, float[] into) {
    try {
      for (int at = 0; at < from.length; at += work.inputs()) {
        session.reconstruct(from, into, at);
      }
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
