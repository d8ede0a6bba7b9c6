package io.venturi.train;

import io.venturi.error.DataException;
import io.venturi.model.Model;
import io.venturi.model.Use;
import io.venturi.spi.GeneratedNetwork;
import io.venturi.spi.Parameters;
import io.venturi.train.History.Ending;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a training has gone so far, and whose parameters are kept: those of the last epoch or the
 * best; after a failure, those of the last that was sound. Failures so end in a usable model.
 */
final class Course<S> {

  private final GeneratedNetwork<S, ?> network;
  private final Use use;
  private final RunSettings settings;
  private final ShardPlan plan;
  private final RowSource data;
  private final List<EpochMetrics> epochs = new ArrayList<>();
  private final @Nullable BestEpoch best;

  /** The parameters at the end of the last complete epoch. */
  private final Parameters.Snapshot lastGood;

  private Ending ending = Ending.COMPLETE;
  private int keptEpoch;
  private int keptSteps;

  Course(
      GeneratedNetwork<S, ?> network,
      Use use,
      RunSettings settings,
      ShardPlan plan,
      RowSource data) {
    this.network = network;
    this.use = use;
    this.settings = settings;
    this.plan = plan;
    this.data = data;
    this.lastGood = network.parameters().snapshot();
    EarlyStopping stopping = settings.asked().earlyStopping();
    this.best = stopping == null ? null : new BestEpoch(stopping, network.parameters());
  }

  boolean isOver() {
    return ending != Ending.COMPLETE;
  }

  /** An epoch is complete. */
  void completed(EpochMetrics metrics) {
    epochs.add(metrics);
    lastGood.update();
    keptEpoch = metrics.epoch();
  }

  /** Somebody has stopped the training, so many steps after the last complete epoch. */
  void stopped(int steps) {
    ending = Ending.STOPPED;
    keptSteps = steps;
  }

  /** Lets early stopping judge the epoch that was completed. */
  void judge(EpochMetrics metrics) {
    if (best != null && best.isEnough(metrics)) {
      ending = Ending.EARLY_STOPPING;
    }
  }

  /** After the last epoch, by whatever it was the last. */
  Training<S> finished() {
    if (best != null && ending != Ending.STOPPED) {
      keptEpoch = best.restore();
    }
    return result();
  }

  TrainingDivergedException lossDiverged(double loss, int epoch, int step, String place) {
    String kept = restoreLastGood(Ending.DIVERGED);
    return TrainingDivergedException.ofLoss(loss, epoch, step, place, kept, result());
  }

  TrainingDivergedException parametersDiverged(int epoch, int step, String place) {
    String kept = restoreLastGood(Ending.DIVERGED);
    return TrainingDivergedException.ofParameters(epoch, step, place, kept, result());
  }

  TrainingDivergedException validationDiverged(double loss, int epoch, int step) {
    String kept = restoreLastGood(Ending.DIVERGED);
    return TrainingDivergedException.ofValidation(loss, epoch, step, kept, result());
  }

  StreamFailedException dataFailed(DataException cause, int epoch, long rows) {
    String kept = restoreLastGood(Ending.DATA_FAILED);
    return new StreamFailedException(cause, data.name(), epoch, rows, kept, result());
  }

  /** Returns what was restored, for messages. */
  private String restoreLastGood(Ending why) {
    lastGood.restore();
    ending = why;
    return epochs.isEmpty()
        ? "the parameters that training began with"
        : "the parameters of the end of epoch " + epochs.size();
  }

  private Training<S> result() {
    History history = new History(epochs, ending, keptEpoch, keptSteps);
    return new Training<>(
        Model.of(network, TrainingFacts.of(settings, plan, data, history), use), history);
  }
}
