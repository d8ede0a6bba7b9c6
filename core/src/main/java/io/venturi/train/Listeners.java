package io.venturi.train;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All listeners of one training. */
final class Listeners {

  private final List<TrainingListener> all;
  private final StepMetrics stepMetrics = new StepMetrics();

  Listeners(List<TrainingListener> all) {
    this.all = List.copyOf(all);
  }

  void started(TrainingStart start) {
    all.forEach(listener -> listener.started(start));
  }

  /** By index and with one metrics object, so that nothing is allocated. */
  void stepFinished(int epoch, long step, long rows, double loss, double learningRate) {
    stepMetrics.set(epoch, step, rows, loss, learningRate);
    for (int i = 0; i < all.size(); i++) {
      all.get(i).stepFinished(stepMetrics);
    }
  }

  void epochFinished(EpochMetrics metrics) {
    all.forEach(listener -> listener.epochFinished(metrics));
  }

  /** Every listener is told, whatever the others do; what made training fail is not hidden. */
  void finished(@Nullable Throwable failure) {
    RuntimeException own = null;
    for (TrainingListener listener : all) {
      try {
        listener.finished();
      } catch (RuntimeException e) {
        if (failure != null) {
          failure.addSuppressed(e);
        } else if (own == null) {
          own = e;
        } else {
          own.addSuppressed(e);
        }
      }
    }
    if (own != null) {
      throw own;
    }
  }
}
