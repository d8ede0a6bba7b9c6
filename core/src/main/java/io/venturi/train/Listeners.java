package io.venturi.train;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All listeners of one training. */
final class Listeners {

  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final List<TrainingListener> all;
  private final StepMetrics stepMetrics = new StepMetrics();
  private List<String> warnings = List.of();

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

  /** Tells of an epoch. A warning that the epoch before did not have goes to the log as well. */
  void epochFinished(EpochMetrics metrics) {
    for (String warning : metrics.warnings()) {
      if (!warnings.contains(warning)) {
        LOG.warn("epoch {}: {}", metrics.epoch(), warning);
      }
    }
    warnings = metrics.warnings();
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
