package io.venturi.benchmarks.scale;

import io.venturi.benchmarks.Median;
import io.venturi.data.Dataset;
import io.venturi.runtime.Venturi;
import io.venturi.train.EpochMetrics;
import io.venturi.train.Trainer;
import io.venturi.train.TrainingControl;
import io.venturi.train.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What training costs.
 *
 * @param microsPerRow of the median epoch
 * @param operationsPerRow floating-point operations of the layers, forward and backward
 */
record Cost(double microsPerRow, long operationsPerRow) {

  /** Values of an epoch, so that small and large networks have epochs of similar length. */
  private static final int VALUES = 1 << 21;

  private static final int ROWS_AT_LEAST = 2048;
  private static final int ROWS_AT_MOST = 1 << 16;

  /** Trains on made-up rows until there is enough to go by. */
  static Cost of(Case one, Pace pace) {
    int rows = Math.max(ROWS_AT_LEAST, Math.min(ROWS_AT_MOST, VALUES / one.width()));
    float[] values = new float[rows * one.width()];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble();
    }
    Epochs epochs = new Epochs(pace);
    Trainer<?> trainer =
        Venturi.create()
            .trainer(one.spec())
            .epochs(Integer.MAX_VALUE)
            .batchSize(one.batch())
            .threads(one.threads())
            .control(epochs.control)
            .listener(epochs);
    trainer.fit(Dataset.ofFlat(values, one.width())).model().close();
    long operations = trainer.objective(one.width()).network().parameters().kernels().workPerRow();
    return new Cost(epochs.median() / rows * 1e6, operations);
  }

  double gigaflops() {
    return operationsPerRow / microsPerRow / 1e3;
  }

  /** Collects the times of epochs and ends the training when it is time. */
  private static final class Epochs implements TrainingListener {

    final TrainingControl control = new TrainingControl();
    private final Pace pace;
    private final List<Double> measured = new ArrayList<>();
    private double warm;
    private double seconds;

    Epochs(Pace pace) {
      this.pace = pace;
    }

    @Override
    public void epochFinished(EpochMetrics metrics) {
      if (warm < pace.warmUpSeconds()) {
        warm += metrics.seconds();
        return;
      }
      measured.add(metrics.seconds());
      seconds += metrics.seconds();
      if (seconds >= pace.seconds()) {
        control.stop();
      }
    }

    double median() {
      return Median.of(measured);
    }
  }
}
