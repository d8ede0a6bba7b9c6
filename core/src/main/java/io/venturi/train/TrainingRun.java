package io.venturi.train;

import io.venturi.data.Dataset;
import io.venturi.data.Shuffle;
import io.venturi.kernel.Backend;
import io.venturi.model.Model;
import io.venturi.model.Provenance;
import io.venturi.model.SpecBinding;
import io.venturi.spi.GeneratedNetwork;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.Parameters;
import io.venturi.train.History.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One training from first step to last. */
final class TrainingRun<S> {

  private static final int SHUFFLES = 1;
  private static final int STEPS = 2;

  private final GeneratedNetwork<S, ?> network;
  private final Trainer.Settings settings;
  private final Dataset data;
  private final @Nullable Dataset validation;
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
      Dataset data,
      @Nullable Dataset validation,
      List<TrainingListener> listeners) {
    this.network = network;
    this.settings = settings;
    this.data = data;
    this.validation = validation;
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
      listeners.started(new TrainingStart(settings.epochs(), data.size()));
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
    int[] order = identity(data.size());
    for (int epoch = 1; epoch <= settings.epochs() && ending == Ending.COMPLETE; epoch++) {
      if (settings.shuffle()) {
        Shuffle.permute(order, shuffles.nextLong());
      }
      Optional<EpochMetrics> metrics = epoch(epoch, step, update, order);
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
  private Optional<EpochMetrics> epoch(
      int epoch, BatchStep<?> step, UpdateStep update, int[] order) {
    long start = System.nanoTime();
    double sum = 0;
    double rate = 0;
    int number = 0;
    int rows;
    for (int from = 0; from < order.length; from += rows) {
      rows = rowsOfBatch(order.length - from);
      number++;
      double loss = step.gradient(data, order, from, rows, stepSeeds.nextLong());
      if (!Double.isFinite(loss)) {
        throw diverged(loss, epoch, number, step);
      }
      rate = rate(epoch - 1 + (double) from / order.length);
      update.run(rate);
      steps++;
      sum += loss * rows;
      listeners.stepFinished(epoch, steps, from + rows, loss, rate);
      if (settings.control().isStopped() && from + rows < order.length) {
        requireFiniteParameters(epoch, number);
        return Optional.empty();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    requireFiniteParameters(epoch, number);
    return Optional.of(
        new EpochMetrics(
            epoch, sum / order.length, validationLoss(step), rate, seconds, order.length));
  }

  private double rate(double epochsDone) {
    double factor = settings.schedule().factor(epochsDone, settings.epochs());
    Hyperparameters.requireNotNegative("the schedule's factor", factor);
    return factor * settings.optimizer().learningRate();
  }

  /** A full batch, or what is left; a single row left over joins its neighbour. */
  private int rowsOfBatch(int left) {
    int full = settings.batchSize();
    return full > 1 && left <= full + 1 ? left : Math.min(left, full);
  }

  private OptionalDouble validationLoss(BatchStep<?> step) {
    Dataset held = validation;
    if (held == null) {
      return OptionalDouble.empty();
    }
    int[] order = identity(held.size());
    double sum = 0;
    for (int from = 0; from < order.length; from += settings.batchSize()) {
      int rows = Math.min(settings.batchSize(), order.length - from);
      sum += step.evaluate(held, order, from, rows);
    }
    return OptionalDouble.of(sum / order.length);
  }

  private TrainingDivergedException diverged(
      double loss, int epoch, int number, BatchStep<?> step) {
    List<String> places = new ArrayList<>();
    places.add("the input");
    for (LayerDescription layer : network.description().layers()) {
      places.add("layer " + layer.name());
    }
    String place = step.firstNonFinite(places).orElse("the loss itself");
    String kept = restoreLastGood();
    return TrainingDivergedException.ofLoss(loss, epoch, number, place, kept, result());
  }

  /** What the last step of an epoch does is not measured by a later one before it is kept. */
  private void requireFiniteParameters(int epoch, int number) {
    List<List<ParameterBlock>> layers = network.parameters().layers();
    for (int i = 0; i < layers.size(); i++) {
      for (ParameterBlock block : layers.get(i)) {
        if (block.values().firstNonFinite(block.values().size()) >= 0) {
          String place = "layer " + network.description().layers().get(i).name();
          String kept = restoreLastGood();
          throw TrainingDivergedException.ofParameters(epoch, number, place, kept, result());
        }
      }
    }
  }

  /** Returns what was restored, for messages. */
  private String restoreLastGood() {
    lastGood.restore();
    ending = Ending.DIVERGED;
    return epochs.isEmpty()
        ? "the parameters that training began with"
        : "the parameters of the end of epoch " + epochs.size();
  }

  private Training<S> result() {
    return new Training<>(Model.of(network, provenance()), new History(epochs, ending, keptEpoch));
  }

  private Provenance provenance() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("seed", Long.toString(settings.seed()));
    facts.put("epochs", Integer.toString(settings.epochs()));
    facts.put("epochsCompleted", Integer.toString(epochs.size()));
    facts.put("batchSize", Integer.toString(settings.batchSize()));
    facts.put("shardRows", Integer.toString(plan.shardRows()));
    facts.put("shuffle", Boolean.toString(settings.shuffle()));
    facts.put("optimizer", settings.optimizer().toString());
    facts.put("ending", ending.name());
    facts.put("keptEpoch", Integer.toString(keptEpoch));
    GradientClipping clipping = settings.clipping();
    if (clipping != null) {
      facts.put("clipping", clipping.toString());
    }
    facts.put("data", data.name());
    facts.put("rows", Integer.toString(data.size()));
    facts.put("backend", Backend.describe().toString());
    if (!epochs.isEmpty()) {
      EpochMetrics last = epochs.get(epochs.size() - 1);
      facts.put("loss", Double.toString(last.loss()));
      last.validationLoss().ifPresent(loss -> facts.put("validationLoss", Double.toString(loss)));
    }
    return new Provenance(facts);
  }

  private static int[] identity(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    return order;
  }
}
