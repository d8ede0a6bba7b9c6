package io.venturi.train;

import io.venturi.data.Dataset;
import io.venturi.data.RowStream;
import io.venturi.data.Scaler;
import io.venturi.error.Message;
import io.venturi.error.SpecException;
import io.venturi.error.TrainingException;
import io.venturi.model.Model;
import io.venturi.model.ResolvedSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a training, then trains. Settings are checked when they are set. One
 * trainer can train several times; each training starts from new parameters, or from those of
 * {@link #from}.
 *
 * @param <S> the spec
 */
public final class Trainer<S> {

  private final ResolvedSpec<S> spec;
  private final List<TrainingListener> listeners = new ArrayList<>();
  private int epochs = 10;
  private int batchSize = 256;
  private long seed = 42;
  private boolean shuffle = true;
  private int shuffleWindow;
  private Validation validation = Validation.NONE;
  private Optimizer optimizer = new Adam(1e-3);
  private Schedule schedule = Schedules.constant();
  private @Nullable GradientClipping clipping;
  private @Nullable EarlyStopping earlyStopping;
  private TrainingControl control = new TrainingControl();
  private @Nullable Scaler scaler;
  private float[] featureWeights = {};
  private @Nullable StartingPoint start;
  private int threads = Runtime.getRuntime().availableProcessors();

  /** A trainer for this spec; users get theirs from {@code Venturi.trainer}. */
  public Trainer(ResolvedSpec<S> spec) {
    this.spec = spec;
  }

  /** How many times training goes through the data, at least 1; 10 unless set. */
  public Trainer<S> epochs(int epochs) {
    Hyperparameters.require(epochs >= 1, "epochs", epochs, "at least 1");
    this.epochs = epochs;
    return this;
  }

  /**
   * Rows of one step, at least 1; 256 unless set. More than there are rows means all of them; a
   * last batch of a single row joins the one before.
   */
  public Trainer<S> batchSize(int batchSize) {
    Hyperparameters.require(batchSize >= 1, "batchSize", batchSize, "at least 1");
    this.batchSize = batchSize;
    return this;
  }

  /** The seed of everything random: starting values, shuffling, split, noise; 42 unless set. */
  public Trainer<S> seed(long seed) {
    this.seed = seed;
    return this;
  }

  /** Whether each epoch goes through the rows in a new random order; true unless set. */
  public Trainer<S> shuffle(boolean shuffle) {
    this.shuffle = shuffle;
    return this;
  }

  /**
   * How many rows of a stream are shuffled together, at least 1. Two such windows are in memory,
   * one to train on and one that is being read, and rows never leave theirs: the order is as good
   * as that of the whole data only if the window is large against any order in the stream. Rounded
   * up to whole batches. Unless set, as many rows as make 16,777,216 values: 64 MiB a window,
   * whatever the machine has, since the window is part of what decides the result. Data in memory
   * is always shuffled as a whole.
   */
  public Trainer<S> shuffleWindow(int rows) {
    Hyperparameters.require(rows >= 1, "shuffleWindow", rows, "at least 1");
    this.shuffleWindow = rows;
    return this;
  }

  /**
   * Sets this share of the rows, drawn at random, aside: they are not trained on, their loss is
   * reported after each epoch. In [0, 1); 0, none, unless set. Takes the place of rows set by
   * {@code validation}: what is set last counts.
   *
   * <p>Of a stream, each row is drawn with this probability, the same ones in every epoch; to
   * report their loss the stream is read once more after each epoch.
   */
  public Trainer<S> validationSplit(double fraction) {
    Hyperparameters.require(
        fraction >= 0 && fraction < 1, "validationSplit", fraction, "in [0, 1)");
    this.validation = new Validation(fraction, null, null);
    return this;
  }

  /**
   * Rows of their own whose loss is reported after each epoch. Takes the place of a share set by
   * {@link #validationSplit}: what is set last counts.
   */
  public Trainer<S> validation(Dataset validation) {
    this.validation = new Validation(0, Objects.requireNonNull(validation, "validation"), null);
    return this;
  }

  /**
   * Rows of their own, too many for memory, whose loss is reported after each epoch, for which the
   * stream is read once. Takes the place of what was set before.
   */
  public Trainer<S> validation(RowStream validation) {
    this.validation = new Validation(0, null, Objects.requireNonNull(validation, "validation"));
    return this;
  }

  /**
   * Scales every feature before the network sees it; not unless set. The scaler is fitted to the
   * training rows alone, without those set aside for validation, applied to both, and kept in the
   * model and its file, which so takes raw rows. Losses are those of scaled values, and the
   * interval that a loss asks of its data is asked of them. A stream is read once more beforehand,
   * for which the scaler must be able to learn in one pass. See {@link io.venturi.data.Scalers}.
   */
  public Trainer<S> scaler(Scaler scaler) {
    Objects.requireNonNull(scaler, "scaler");
    requireScalerOf(start, scaler);
    this.scaler = scaler;
    return this;
  }

  /**
   * What each feature counts in the loss, validation's included; all alike unless set. A mean over
   * features becomes the weighted mean, {@code Σ w · term / Σ w}; in a sum over features, weights
   * count relative to their mean. So only their ratios matter, and uniform ones are as good as
   * none. Scores, and what the encoder sees, stay as they are.
   *
   * @param weights one a feature, finite, at least 0, not all 0; copied. None means all alike again
   * @throws io.venturi.error.TrainingException if they are no such weights; in {@code fit}, if
   *     there are more or fewer than features, or the loss cannot weigh them
   */
  public Trainer<S> featureWeights(float... weights) {
    float most = 0;
    for (int i = 0; i < weights.length; i++) {
      Hyperparameters.requireNotNegative("featureWeights[" + i + "]", weights[i]);
      most = Math.max(most, weights[i]);
    }
    Hyperparameters.require(
        weights.length == 0 || most > 0, "featureWeights", "all 0", "above 0 somewhere");
    this.featureWeights = weights.clone();
    return this;
  }

  /**
   * Continues from a trained model: from copies of its parameters and running statistics instead of
   * new ones. The model is left as it is and may be closed afterwards. Its scaler is kept as it is,
   * so {@link #scaler} cannot be set. Optimizer and schedule begin anew, without moments, and
   * epochs count from 1; the seed governs shuffling and noise as ever, so take another one for
   * other orders than the first time. {@code model.provenance()} then says which model it was
   * continued from ({@code continuedFrom}, its {@link Model#fingerprint()}), after how many
   * complete epochs ({@code epochsBefore}), and, if training was stopped within epochs, how many
   * steps of those it had done ({@code stepsBefore}).
   *
   * @throws io.venturi.error.TrainingException if the model has other layers than the spec, or a
   *     scaler is set
   */
  public Trainer<S> from(Model<?> model) {
    Objects.requireNonNull(model, "model");
    StartingPoint point =
        StartingPoint.of(model, spec.at(model.description().inputs()).network().get());
    requireScalerOf(point, scaler);
    this.start = point;
    return this;
  }

  private static void requireScalerOf(@Nullable StartingPoint start, @Nullable Scaler scaler) {
    if (start != null && scaler != null) {
      Scaler kept = start.scaler();
      throw new TrainingException(
          Message.HYPERPARAMETER,
          "scaler",
          scaler,
          "left out: training continues from a model, "
              + (kept == null ? "which has none" : "whose own is kept, " + kept));
    }
  }

  /** The rule that changes parameters; {@code new Adam(1e-3)} unless set. */
  public Trainer<S> optimizer(Optimizer optimizer) {
    this.optimizer = Objects.requireNonNull(optimizer, "optimizer");
    return this;
  }

  /** How the learning rate changes; it stays as it is unless set. */
  public Trainer<S> schedule(Schedule schedule) {
    this.schedule = Objects.requireNonNull(schedule, "schedule");
    return this;
  }

  /** Limits gradients; they are not limited unless set. */
  public Trainer<S> clipping(GradientClipping clipping) {
    this.clipping = Objects.requireNonNull(clipping, "clipping");
    return this;
  }

  /**
   * Ends training when the validation loss does not become better any more, and keeps the best
   * epoch's parameters. Asks for validation rows.
   */
  public Trainer<S> earlyStopping(EarlyStopping earlyStopping) {
    this.earlyStopping = Objects.requireNonNull(earlyStopping, "earlyStopping");
    return this;
  }

  /** By which training can be ended early. */
  public Trainer<S> control(TrainingControl control) {
    this.control = Objects.requireNonNull(control, "control");
    return this;
  }

  /** Adds a listener. */
  public Trainer<S> listener(TrainingListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /**
   * How many threads work, at least 1; as many as there are processors unless set. Changes the time
   * it takes and not a bit of the result.
   */
  public Trainer<S> threads(int threads) {
    Hyperparameters.require(threads >= 1, "threads", threads, "at least 1");
    this.threads = threads;
    return this;
  }

  /**
   * Trains.
   *
   * @param data rows of the spec's width, or of any if the spec leaves that to the data; all values
   *     finite and, scaled if there is a scaler, in the interval that the loss asks for
   * @throws io.venturi.error.DataException if the data does not fit, before anything is done
   * @throws SpecException if the spec leaves its width to the data and does not work at this one
   * @throws TrainingDivergedException if the loss stops being finite
   */
  public Training<S> fit(Dataset data) {
    return setup().fit(Objects.requireNonNull(data, "data"));
  }

  /**
   * Trains on a stream, which is opened anew for each epoch and read by a thread of its own, a
   * window ahead: see {@link #shuffleWindow}. With {@code shuffle(false)}, or with a window that
   * holds all rows, the result has the same bits as that of the same rows in memory.
   *
   * @param stream rows of the spec's width, or of any if the spec leaves that to the data (it is
   *     then opened once more, to ask); all values finite and in the interval that the loss asks
   *     for, checked as they are read
   * @throws io.venturi.error.DataException if the first window of rows does not fit or cannot be
   *     read, before anything is done
   * @throws StreamFailedException if a later one does not; it has the model of the last complete
   *     epoch
   * @throws io.venturi.error.TrainingException if the schedule changes the rate within the first
   *     epoch and nobody knows the number of rows: {@link RowStream#withSize} says it
   * @throws TrainingDivergedException if the loss stops being finite
   */
  public Training<S> fit(RowStream stream) {
    return setup().fit(Objects.requireNonNull(stream, "stream"));
  }

  /**
   * What {@link #fit} minimises, on a new network with the starting values of this seed. For checks
   * of gradients, and for optimizers outside the trainer.
   *
   * @throws SpecException if the spec leaves its width to the data: see {@link #objective(int)}
   */
  public Objective objective() {
    if (spec.takesWidthFromData()) {
      throw new SpecException(Message.WIDTH_FROM_DATA, spec.spec().getSimpleName());
    }
    return objective(1);
  }

  /**
   * The same for rows of so many values, at least 1. A spec of fixed width has that one whatever is
   * given here.
   *
   * @throws SpecException if the spec leaves its width to the data and does not work at this one
   */
  public Objective objective(int inputs) {
    Hyperparameters.require(inputs >= 1, "inputs", inputs, "at least 1");
    return setup().objective(inputs);
  }

  private TrainingSetup<S> setup() {
    return new TrainingSetup<>(
        spec,
        new TrainingSettings(
            epochs,
            batchSize,
            seed,
            shuffle,
            shuffleWindow,
            threads,
            validation,
            optimizer,
            schedule,
            clipping,
            earlyStopping,
            control,
            start == null ? scaler : start.scaler(),
            featureWeights,
            start,
            List.copyOf(listeners)));
  }
}
