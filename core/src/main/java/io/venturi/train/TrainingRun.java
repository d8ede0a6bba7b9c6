package io.venturi.train;

import io.venturi.error.DataException;
import io.venturi.kernel.Seeds;
import io.venturi.model.Use;
import io.venturi.spi.GeneratedNetwork;
import io.venturi.spi.LayerDescription;
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
  private static final int VALIDATION = 3;

  private final GeneratedNetwork<S, ?> network;
  private final RunSettings settings;
  private final TrainingSettings asked;
  private final RowSource data;
  private final @Nullable RowSource validation;
  private final Listeners listeners;
  private final Objective objective;
  private final ShardPlan plan;
  private final Course<S> course;
  private final LearningRate learningRate;
  private final SplittableRandom shuffles;
  private final SplittableRandom stepSeeds;
  private final Watch watch;
  private final Watch validationWatch;

  private long steps;

  /** Rows of the epoch at hand, asked once a window; 0 if nobody knows. */
  private long expectedRows;

  TrainingRun(
      Objective objective,
      GeneratedNetwork<S, ?> network,
      Use use,
      RunSettings settings,
      TrainingRows rows) {
    this.network = network;
    this.settings = settings;
    this.asked = settings.asked();
    this.data = rows.train();
    this.validation = rows.held();
    this.listeners = new Listeners(asked.listeners());
    this.objective = objective;
    this.plan = objective.plan(settings.batchSize());
    this.course = new Course<>(network, use, settings, plan, data);
    this.learningRate = settings.rate();
    this.shuffles = new SplittableRandom(Seeds.of(asked.seed(), SHUFFLES));
    this.stepSeeds = new SplittableRandom(Seeds.of(asked.seed(), STEPS));
    this.watch = new Watch(Moment.ofTraining(), objective.types());
    this.validationWatch = new Watch(Moment.ofValidation(), objective.types());
  }

  Training<S> run() {
    try (BatchStep<?> step = BatchStep.of(objective, plan, asked.threads())) {
      UpdateStep update =
          new UpdateStep(step, network.parameters(), asked.optimizer(), asked.clipping());
      NormProjection projection = new NormProjection(step.team(), network, objective.types());
      projection.run();
      listeners.started(new TrainingStart(asked.epochs(), data.expectedRows()));
      train(step, update, projection);
    } catch (RuntimeException | Error e) {
      listeners.finished(e);
      throw e;
    }
    listeners.finished(null);
    return course.finished();
  }

  private void train(BatchStep<?> step, UpdateStep update, NormProjection projection) {
    if (isStopped()) {
      course.stopped(0);
    }
    for (int epoch = 1; epoch <= asked.epochs() && !course.isOver(); epoch++) {
      Optional<EpochMetrics> trained = epoch(epoch, step, update, projection);
      if (trained.isEmpty()) {
        return;
      }
      EpochMetrics metrics = trained.get();
      course.completed(metrics);
      listeners.epochFinished(metrics);
      if (isStopped()) { // Possibly in validation, so that there is no loss to judge by.
        course.stopped(0);
      } else {
        course.judge(metrics);
      }
    }
  }

  private boolean isStopped() {
    return asked.control().isStopped();
  }

  /** Empty if training was stopped before the epoch's end. */
  private Optional<EpochMetrics> epoch(
      int epoch, BatchStep<?> step, UpdateStep update, NormProjection projection) {
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
        double epochs = epoch - 1 + progress(done);
        Moment moment = watch.moment().at(stepSeeds.nextLong(), epochs, steps);
        double loss = step.gradient(window.data, window.order, from, rows, moment);
        if (!Double.isFinite(loss)) {
          throw diverged(loss, epoch, number, step);
        }
        watch.observe(step);
        rate = learningRate.at(epochs);
        update.run(rate);
        projection.run();
        step.updateState();
        steps++;
        sum += loss * rows;
        done += rows;
        listeners.stepFinished(epoch, steps, done, loss, rate);
        last = window.last && from + rows == window.rows();
        if (isStopped() && !last) {
          return stoppedWithin(epoch, number);
        }
      }
      window = next(epoch, done);
    }
    if (!last) { // Stopped while it waited for rows.
      return stoppedWithin(epoch, number);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    requireFiniteParameters(epoch, number);
    OptionalDouble validationLoss = validationLoss(epoch, number, done, step);
    return Optional.of(metrics(epoch, sum / done, validationLoss, rate, seconds, done));
  }

  private EpochMetrics metrics(
      int epoch, double loss, OptionalDouble validation, double rate, double seconds, long rows) {
    Watch.Notes notes = watch.take();
    Watch.Notes held = validationWatch.take();
    // Of fewer rows those of validation would say less, and much the same.
    List<String> warnings = notes.warnings();
    return new EpochMetrics(
        epoch, loss, validation, rate, seconds, rows, notes.figures(), held.figures(), warnings);
  }

  private Optional<EpochMetrics> stoppedWithin(int epoch, int number) {
    requireFiniteParameters(epoch, number);
    course.stopped(number);
    return Optional.empty();
  }

  private @Nullable Window begin(int epoch) {
    try {
      data.begin(asked.shuffle() ? OptionalLong.of(shuffles.nextLong()) : OptionalLong.empty());
    } catch (DataException e) {
      throw course.dataFailed(e, epoch, 0);
    }
    return next(epoch, 0);
  }

  private @Nullable Window next(int epoch, long done) {
    try {
      Window window = data.next();
      expectedRows = data.expectedRows().orElse(0);
      return window;
    } catch (DataException e) {
      throw course.dataFailed(e, epoch, done);
    }
  }

  /** The share of the epoch that is done; 0 throughout if nobody knows how many rows there are. */
  private double progress(long done) {
    return expectedRows == 0 ? 0 : Math.min(1, (double) done / expectedRows);
  }

  /** A full batch, or what is left; a single row left over joins its neighbour. */
  private int rowsOfBatch(int left) {
    int full = settings.batchSize();
    return full > 1 && left <= full + 1 ? left : Math.min(left, full);
  }

  /** Empty if there are no rows for it, or if training is stopped before all were measured. */
  private OptionalDouble validationLoss(int epoch, int number, long done, BatchStep<?> step) {
    RowSource held = validation;
    if (held == null) {
      return OptionalDouble.empty();
    }
    OptionalDouble loss;
    try {
      loss = evaluation(step).of(held, epoch, steps);
    } catch (DataException e) {
      throw course.dataFailed(e, epoch, done);
    }
    if (loss.isPresent() && !Double.isFinite(loss.getAsDouble())) {
      throw course.validationDiverged(loss.getAsDouble(), epoch, number);
    }
    return loss;
  }

  private Evaluation evaluation(BatchStep<?> step) {
    long seed = Seeds.of(asked.seed(), VALIDATION);
    return new Evaluation(step, settings.batchSize(), validationWatch, seed, asked.control());
  }

  private TrainingDivergedException diverged(
      double loss, int epoch, int number, BatchStep<?> step) {
    List<String> places = new ArrayList<>();
    places.add("the input");
    for (LayerDescription layer : network.description().layers()) {
      places.add("layer " + layer.name());
    }
    String place = step.firstNonFinite(places).orElse("the loss itself");
    return course.lossDiverged(loss, epoch, number, place);
  }

  /** What the last step of an epoch does is not measured by a later one before it is kept. */
  private void requireFiniteParameters(int epoch, int number) {
    String place = FiniteParameters.firstFault(network);
    if (place != null) {
      throw course.parametersDiverged(epoch, number, place);
    }
  }
}
