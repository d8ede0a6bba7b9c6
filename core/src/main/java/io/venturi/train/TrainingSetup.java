package io.venturi.train;

import io.venturi.annotation.Codomain;
import io.venturi.data.Dataset;
import io.venturi.data.RowStream;
import io.venturi.data.ValueRange;
import io.venturi.error.Message;
import io.venturi.error.TrainingException;
import io.venturi.model.ResolvedSpec;
import io.venturi.model.SpecBinding;
import io.venturi.spi.GeneratedNetwork;
import io.venturi.spi.LayerDescription;
import java.util.Arrays;
import java.util.List;

/**
 * Brings spec, settings and data together: checks that they fit, makes a network with starting
 * values, and starts a training. Nothing is changed before all is checked.
 *
 * @param <S> the spec
 */
record TrainingSetup<S>(ResolvedSpec<S> spec, TrainingSettings settings) {

  /** On rows in memory. */
  Training<S> fit(Dataset data) {
    settings.requireSound();
    Bound<S> bound = bind(data.width());
    return run(bound, preparation(bound).of(data));
  }

  /** On rows of a stream. */
  Training<S> fit(RowStream stream) {
    settings.requireSound();
    boolean ask = settings.start() == null && spec.takesWidthFromData();
    Bound<S> bound = bind(ask ? width(stream) : 1);
    int inputs = bound.network.description().inputs();
    int rows = WindowSize.of(settings.shuffleWindow(), inputs, settings.batchSize());
    return run(bound, preparation(bound).of(stream, rows));
  }

  /** What either minimises, with the starting values of the seed. */
  Objective objective(int inputs) {
    Bound<S> bound = new Bound<>(spec.at(inputs));
    requireWeighing(bound);
    bound.network.parameters().initialize(settings.seed());
    return objective(bound);
  }

  /** A spec at its width, and a new network of it. */
  private record Bound<S>(SpecBinding<S> binding, GeneratedNetwork<S, ?> network) {
    Bound(SpecBinding<S> binding) {
      this(binding, binding.network().get());
    }
  }

  /** A spec that leaves its width to the data has, when continued, that of the model. */
  private Bound<S> bind(int dataWidth) {
    StartingPoint start = settings.start();
    Bound<S> bound = new Bound<>(spec.at(start == null ? dataWidth : start.inputs()));
    requireWeighing(bound);
    return bound;
  }

  private static int width(RowStream stream) {
    try (RowStream.Cursor cursor = stream.open()) {
      return Arrays.stream(cursor.shape()).reduce(1, Math::multiplyExact);
    }
  }

  private void requireWeighing(Bound<S> bound) {
    int weights = settings.featureWeights().length;
    int inputs = bound.network.description().inputs();
    if (weights > 0 && weights != inputs) {
      throw new TrainingException(
          Message.FEATURE_WEIGHTS, weights, bound.network.description().simpleName(), inputs);
    }
    boolean gaps = bound.binding.gaps().allowed();
    if ((weights > 0 || gaps) && !bound.binding.loss().weighsElements()) {
      throw new TrainingException(
          Message.LOSS_WEIGHS_NOTHING,
          bound.binding.lossName(),
          gaps ? "@MissingValues" : "featureWeights");
    }
  }

  private RowPreparation preparation(Bound<S> bound) {
    SpecBinding<S> binding = bound.binding;
    ValueRange range =
        new ValueRange(
            lowest(binding.target()),
            highest(binding.target()),
            binding.lossName(),
            binding.gaps().allowed());
    RowRequirements checks =
        new RowRequirements(
            bound.network.description().simpleName(),
            bound.network.description().inputs(),
            range,
            null);
    return new RowPreparation(
        settings.validation(),
        checks,
        settings.scaler(),
        settings.batchSize(),
        settings.seed(),
        settings.control());
  }

  /** The least float inside: that above an end which is outside. */
  private static double lowest(Codomain interval) {
    return interval.minExclusive() ? Math.nextUp((float) interval.min()) : interval.min();
  }

  private static double highest(Codomain interval) {
    return interval.maxExclusive() ? Math.nextDown((float) interval.max()) : interval.max();
  }

  private Training<S> run(Bound<S> bound, TrainingRows rows) {
    try (rows) {
      int batchSize = rows.train().batchOf(settings.batchSize());
      RunSettings run = new RunSettings(settings, batchSize, rows.scaling());
      if (!settings.control().isStopped()) { // Else the first rows may not have been waited for.
        run.rate().requireKnown(rows.train());
      }
      requireRowsToCompare(bound.network, batchSize);
      bound.network.parameters().initialize(settings.seed());
      StartingPoint start = settings.start();
      if (start != null) {
        start.copyInto(bound.network.parameters());
      }
      return new TrainingRun<>(
              objective(bound), bound.network, bound.binding.use(rows.scaling()), run, rows)
          .run();
    }
  }

  private void requireRowsToCompare(GeneratedNetwork<S, ?> network, int batchSize) {
    List<LayerDescription> layers = network.description().layers();
    for (int i = 0; i < layers.size() && batchSize == 1; i++) {
      Hyperparameters.require(
          network.parameters().kernels().rowGroup(i) == 1,
          settings.batchSize() == 1 ? "batchSize" : "the number of rows",
          batchSize,
          "at least 2: layer " + layers.get(i).name() + " normalises over the rows of a batch");
    }
  }

  private Objective objective(Bound<S> bound) {
    return new Objective(
        bound.network,
        bound.binding.loss(),
        bound.binding.types(),
        ElementWeights.of(settings.featureWeights()).with(bound.binding.gaps()));
  }
}
