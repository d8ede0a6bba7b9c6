package io.venturi.benchmarks.peers.venturi;

import io.venturi.benchmarks.peers.task.Contestant;
import io.venturi.benchmarks.peers.task.Losses;
import io.venturi.benchmarks.peers.task.Rounds;
import io.venturi.benchmarks.peers.task.Task;
import io.venturi.benchmarks.peers.task.Work;
import io.venturi.model.Inference;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;

/** {@code model.inference()}: one row at a time, or the codes of many rows. */
public final class VenturiInference implements Contestant {

  private final Task task;
  private final Work work;
  private final float[] rows;
  private final Model<?> model;
  private final Inference inference;

  public VenturiInference(Task task) {
    this.task = task;
    this.work = task.work();
    this.rows = task.material().rows();
    this.model = Venturi.create().load(task.material().modelFile());
    this.inference = model.inference();
  }

  @Override
  public double check() {
    float[] expected = task.material().expected();
    float[] fixed = task.material().fixedRows(rows);
    float[] actual = new float[expected.length];
    int count = fixed.length / work.inputs();
    if (work.goal() == Work.Goal.ENCODE) {
      inference.encode(fixed, count, actual);
    } else {
      float[] row = new float[work.inputs()];
      for (int at = 0; at < fixed.length; at += row.length) {
        System.arraycopy(fixed, at, row, 0, row.length);
        inference.reconstruct(row, row);
        System.arraycopy(row, 0, actual, at, row.length);
      }
    }
    return Losses.largestDifference(expected, actual);
  }

  @Override
  public double figure() {
    return work.goal() == Work.Goal.ENCODE ? encode() : row();
  }

  private double encode() {
    float[] codes = new float[work.count() * model.codeSize()];
    Runnable round =
        () -> {
          for (int pass = 0; pass < work.passes(); pass++) {
            inference.encode(rows, work.count(), codes);
          }
        };
    double seconds = Rounds.median(task.effort(), () -> Rounds.seconds(round));
    return work.passes() * work.count() / seconds;
  }

  private double row() {
    float[][] each = new float[work.count()][work.inputs()];
    for (int row = 0; row < each.length; row++) {
      System.arraycopy(rows, row * work.inputs(), each[row], 0, work.inputs());
    }
    float[] reconstruction = new float[work.inputs()];
    double seconds =
        Rounds.median(
            task.effort(),
            () ->
                Rounds.seconds(
                    () -> {
                      for (float[] row : each) {
                        inference.reconstruct(row, reconstruction);
                      }
                    }));
    return seconds * 1e6 / work.count();
  }

  @Override
  public void close() {
    model.close();
  }
}
