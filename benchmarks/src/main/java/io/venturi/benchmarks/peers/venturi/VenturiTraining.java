package io.venturi.benchmarks.peers.venturi;

import io.venturi.benchmarks.peers.task.Contestant;
import io.venturi.benchmarks.peers.task.Losses;
import io.venturi.benchmarks.peers.task.Rounds;
import io.venturi.benchmarks.peers.task.Task;
import io.venturi.benchmarks.peers.task.Work;
import io.venturi.data.Dataset;
import io.venturi.model.Inference;
import io.venturi.model.Model;
import io.venturi.train.EpochMetrics;
import io.venturi.train.Trainer;
import io.venturi.train.TrainingControl;
import io.venturi.train.TrainingListener;

/** {@code trainer.fit}: shuffling and gathering of rows included. */
public final class VenturiTraining implements Contestant {

  private static final int UNTIL_STOPPED = Integer.MAX_VALUE;

  private final Task task;
  private final Work work;
  private final float[] rows;

  public VenturiTraining(Task task) {
    this.task = task;
    this.work = task.work();
    this.rows = task.material().rows();
  }

  @Override
  public double check() {
    return lossAfter(work.checkedSteps());
  }

  /** The loss of the fixed rows after so many steps, from 0 on. */
  public double lossAfter(int steps) {
    return lossAfter(steps, Trainers.of(work));
  }

  /** The same of another trainer. */
  double lossAfter(int steps, Trainer<?> trainer) {
    TrainingControl control = new TrainingControl();
    if (steps == 0) {
      control.stop();
    }
    Dataset first = Trainers.first(rows, Math.max(1, steps) * work.batch(), work);
    try (Model<?> model =
        trainer
            .epochs(1)
            .shuffle(false)
            .threads(task.threads())
            .control(control)
            .fit(first)
            .model()) {
      return loss(model);
    }
  }

  private double loss(Model<?> model) {
    float[] fixed = task.material().fixedRows(rows);
    Inference inference = model.inference();
    float[] reconstructions = new float[fixed.length];
    int count = fixed.length / work.inputs();
    inference.reconstruct(fixed, count, reconstructions);
    return work == Work.VAE
        ? Losses.negativeElbo(fixed, reconstructions, encoded(inference, fixed, count), count)
        : Losses.meanSquaredError(fixed, reconstructions);
  }

  private float[] encoded(Inference inference, float[] fixed, int count) {
    float[][] each = new float[count][work.inputs()];
    for (int row = 0; row < count; row++) {
      System.arraycopy(fixed, row * work.inputs(), each[row], 0, work.inputs());
    }
    float[][] codes = inference.encoderOutput(each);
    float[] flat = new float[count * codes[0].length];
    for (int row = 0; row < count; row++) {
      System.arraycopy(codes[row], 0, flat, row * codes[row].length, codes[row].length);
    }
    return flat;
  }

  @Override
  public double figure() {
    Rounds epochs = new Rounds(task.effort());
    TrainingControl control = new TrainingControl();
    TrainingListener clock =
        new TrainingListener() {
          @Override
          public void epochFinished(EpochMetrics metrics) {
            epochs.add(metrics.seconds());
            if (epochs.complete()) {
              control.stop();
            }
          }
        };
    Trainers.of(work)
        .epochs(UNTIL_STOPPED)
        .threads(task.threads())
        .control(control)
        .listener(clock)
        .fit(Trainers.first(rows, work.count(), work))
        .model()
        .close();
    return work.count() / epochs.median();
  }
}
