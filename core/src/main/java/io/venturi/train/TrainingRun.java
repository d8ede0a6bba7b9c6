package io.venturi.train;

import io.venturi.error.DataException;
import io.venturi.kernel.Seeds;
import io.venturi.kernel.Tensor;
import io.venturi.model.Model;
import io.venturi.model.Provenance;
import io.venturi.model.SpecBinding;
import io.venturi.spi.GeneratedNetwork;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.Parameters;
import io.venturi.train.History.Ending;
import io.venturi.train.RowSource.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One training from first step to last. */
final class TrainingRun<S> {

  private static final int SHUFFLES = 1;
  private static final int STEPS = 2;

  private final GeneratedNetwork<S, ?> network;
  private final Trainer.Settings settings;
  private final RowSource data;
  private final @Nullable RowSource validation;
  private final Listeners listeners;
  private final Objective objective;
  private final ShardPlan plan;
  private final List<EpochMetrics> epochs = new ArrayList<>();
  private final SplittableRandom shuffles;
  private final SplittableRandom stepSeeds;

  private Ending ending = Ending.COMPLETE;
  private int keptEpoch;
  private long steps;

  /** The parameters at the end of the last complete epoch. */
  private final Parameters.Snapshot lastGood;

  TrainingRun(
      SpecBinding<S> binding,
      GeneratedNetwork<S, ?> network,
      Trainer.Settings settings,
      TrainingRows rows,
      List<TrainingListener> listeners) {
    this.network = network;
    this.settings = settings;
    this.data = rows.train();
    this.validation = rows.held();
    this.listeners = new Listeners(listeners);
    this.objective = new Objective(network, binding.loss(), binding.types());
    this.plan = objective.plan(settings.batchSize());
    this.lastGood = network.parameters().snapshot();
    this.shuffles = new SplittableRandom(Seeds.of(settings.seed(), SHUFFLES));
    this.stepSeeds = new SplittableRandom(Seeds.of(settings.seed(), STEPS));
  }

  Training<S> run() {
    try (BatchStep<?> step = BatchStep.of(objective, plan, settings.threads())) {
      UpdateStep update =
          new UpdateStep(step, network.parameters(), settings.optimizer(), settings.clipping());
      listeners.started(new TrainingStart(settings.epochs(), data.expectedRows()));
      train(step, update);
    } catch (RuntimeException | Error e) {
      listeners.finished(e);
      throw e;
    }
    listeners.finished(null);
    return result();
  }

  private void train(BatchStep<?> step, UpdateStep update) {
    EarlyStopping stopping = settings.earlyStopping();
    BestEpoch best = stopping == null ? null : new BestEpoch(stopping, network.parameters());
    for (int epoch = 1; epoch <= settings.epochs() && ending == Ending.COMPLETE; epoch++) {
      Optional<EpochMetrics> metrics = epoch(epoch, step, update);
      if (metrics.isEmpty()) {
        ending = Ending.STOPPED;
        return;
      }
      epochs.add(metrics.get());
      lastGood.update();
      keptEpoch = epoch;
      listeners.epochFinished(metrics.get());
      if (best != null && best.isEnough(metrics.get())) {
        ending = Ending.EARLY_STOPPING;
      } else if (settings.control().isStopped()) {
        ending = Ending.STOPPED;
      }
    }
    if (best != null && ending != Ending.STOPPED) {
      keptEpoch = best.restore();
    }
  }

  /** Empty if training was stopped before the epoch's end. */
  private Optional<EpochMetrics> epoch(int epoch, BatchStep<?> step, UpdateStep update) {
    long start = System.nanoTime();
    double sum = 0;
    double rate = 0;
    int number = 0;
    long done = 0;
    boolean last = false;
    Window window = begin(epoch);
    while (window != null) {
      int rows;
      for (int from = 0; from < window.rows(); from += rows) {
        rows = rowsOfBatch(window.rows() - from);
        number++;
        double loss = step.gradient(window.data, window.order, from, rows, stepSeeds.nextLong());
        if (!Double.isFinite(loss)) {
          throw diverged(loss, epoch, number, step);
        }
        rate = settings.rate().at(epoch - 1 + progress(done));
        update.run(rate);
        step.updateState();
        steps++;
        sum += loss * rows;
        done += rows;
        listeners.stepFinished(epoch, steps, done, loss, rate);
        last = window.last && from + rows == window.rows();
        if (settings.control().isStopped() && !last) {
          requireFiniteParameters(epoch, number);
          return Optional.empty();
        }
      }
      window = next(epoch, done);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    requireFiniteParameters(epoch, number);
    return last
        ? Optional.of(
            new EpochMetrics(
                epoch, sum / done, validationLoss(epoch, done, step), rate, seconds, done))
        : Optional.empty();
  }

  private @Nullable Window begin(int epoch) {
    try {
      data.begin(settings.shuffle() ? OptionalLong.of(shuffles.nextLong()) : OptionalLong.empty());
    } catch (DataException e) {
      throw failed(e, epoch, 0);
    }
    return next(epoch, 0);
  }

  private @Nullable Window next(int epoch, long done) {
    try {
      return data.next();
    } catch (DataException e) {
      throw failed(e, epoch, done);
    }
  }

  /** The share of the epoch that is done; 0 throughout if nobody knows how many rows there are. */
  private double progress(long done) {
    OptionalLong rows = data.expectedRows();
    return rows.isPresent() ? Math.min(1, (double) done / rows.getAsLong()) : 0;
  }

  /** A full batch, or what is left; a single row left over joins its neighbour. */
  private int rowsOfBatch(int left) {
    int full = settings.batchSize();
    return full > 1 && left <= full + 1 ? left : Math.min(left, full);
  }

  private OptionalDouble validationLoss(int epoch, long done, BatchStep<?> step) {
    RowSource held = validation;
    if (held == null) {
      return OptionalDouble.empty();
    }
    try {
      held.begin(OptionalLong.empty());
      double sum = 0;
      long count = 0;
      for (Window window = held.next(); window != null; window = held.next()) {
        for (int from = 0; from < window.rows(); from += settings.batchSize()) {
          int rows = Math.min(settings.batchSize(), window.rows() - from);
          sum += step.evaluate(window.data, window.order, from, rows);
        }
        count += window.rows();
      }
      return OptionalDouble.of(sum / count);
    } catch (DataException e) {
      throw failed(e, epoch, done);
    }
  }

  private StreamFailedException failed(DataException cause, int epoch, long done) {
    String kept = restoreLastGood(Ending.DATA_FAILED);
    return new StreamFailedException(cause, data.name(), epoch, done, kept, result());
  }

  private TrainingDivergedException diverged(
      double loss, int epoch, int number, BatchStep<?> step) {
    List<String> places = new ArrayList<>();
    places.add("the input");
    for (LayerDescription layer : network.description().layers()) {
      places.add("layer " + layer.name());
    }
    String place = step.firstNonFinite(places).orElse("the loss itself");
    String kept = restoreLastGood(Ending.DIVERGED);
    return TrainingDivergedException.ofLoss(loss, epoch, number, place, kept, result());
  }

  /** What the last step of an epoch does is not measured by a later one before it is kept. */
  private void requireFiniteParameters(int epoch, int number) {
    List<List<ParameterBlock>> layers = network.parameters().layers();
    for (int i = 0; i < layers.size(); i++) {
      for (ParameterBlock block : layers.get(i)) {
        if (block.values().firstNonFinite(block.values().size()) >= 0) {
          String place = "layer " + network.description().layers().get(i).name();
          throw parametersDiverged(epoch, number, place);
        }
      }
    }
    Tensor state = network.parameters().state(); // Running statistics are part of the model.
    if (state.firstNonFinite(state.size()) >= 0) {
      throw parametersDiverged(epoch, number, "a layer's running statistics");
    }
  }

  private TrainingDivergedException parametersDiverged(int epoch, int number, String place) {
    String kept = restoreLastGood(Ending.DIVERGED);
    return TrainingDivergedException.ofParameters(epoch, number, place, kept, result());
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
    Provenance facts = TrainingFacts.of(settings, plan, data, epochs, ending, keptEpoch);
    return new Training<>(
        Model.of(network, facts, settings.scaling()), new History(epochs, ending, keptEpoch));
  }
}
