package io.venturi.train;

import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.model.SpecBinding;
import io.venturi.spi.GeneratedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a training, then trains. Settings are checked when they are set. One
 * trainer can train several times; each training starts from new parameters.
 *
 * @param <S> the spec
 */
public final class Trainer<S> {

  private final SpecBinding<S> binding;
  private final List<TrainingListener> listeners = new ArrayList<>();
  private int epochs = 10;
  private int batchSize = 256;
  private long seed = 42;
  private boolean shuffle = true;
  private double validationSplit;
  private @Nullable Dataset validation;
  private Optimizer optimizer = new Adam(1e-3);
  private Schedule schedule = Schedules.constant();
  private @Nullable GradientClipping clipping;
  private @Nullable EarlyStopping earlyStopping;
  private TrainingControl control = new TrainingControl();
  private int threads = Runtime.getRuntime().availableProcessors();

  /** A trainer for this spec; users get theirs from {@code Venturi.trainer}. */
  public Trainer(SpecBinding<S> binding) {
    this.binding = binding;
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
   * Sets this share of the rows, drawn at random, aside: they are not trained on, their loss is
   * reported after each epoch. In [0, 1); 0, none, unless set. Takes the place of rows set by
   * {@link #validation}: what is set last counts.
   */
  public Trainer<S> validationSplit(double fraction) {
    Hyperparameters.require(
        fraction >= 0 && fraction < 1, "validationSplit", fraction, "in [0, 1)");
    this.validationSplit = fraction;
    this.validation = null;
    return this;
  }

  /**
   * Rows of their own whose loss is reported after each epoch. Takes the place of a share set by
   * {@link #validationSplit}: what is set last counts.
   */
  public Trainer<S> validation(Dataset validation) {
    this.validation = Objects.requireNonNull(validation, "validation");
    this.validationSplit = 0;
    return this;
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
   * @param data rows of the spec's width, all values finite and in the interval that the loss asks
   *     for
   * @throws io.venturi.error.DataException if the data does not fit, before anything is done
   * @throws TrainingDivergedException if the loss stops being finite
   */
  public Training<S> fit(Dataset data) {
    Objects.requireNonNull(data, "data");
    Hyperparameters.require(
        earlyStopping == null || validation != null || validationSplit > 0,
        "earlyStopping",
        "set",
        "used with validation rows: set validationSplit or validation");
    GeneratedNetwork<S, ?> network = binding.network().get();
    check(data, data.name(), network);
    Dataset rows = data;
    Dataset held = validation;
    if (held != null) {
      check(held, validationName(held), network);
    } else if (validationSplit > 0) {
      Dataset.Split split = data.split(validationSplit, seed);
      held = split.first();
      rows = split.second();
    }
    network.parameters().initialize(seed);
    Settings settings =
        new Settings(
            epochs,
            Math.min(batchSize, rows.size()),
            seed,
            shuffle,
            threads,
            optimizer,
            schedule,
            clipping,
            earlyStopping,
            control);
    return new TrainingRun<>(binding, network, settings, rows, held, List.copyOf(listeners)).run();
  }

  /**
   * What {@link #fit} minimises, on a new network with the starting values of this seed. For checks
   * of gradients, and for optimizers outside the trainer.
   */
  public Objective objective() {
    GeneratedNetwork<S, ?> network = binding.network().get();
    network.parameters().initialize(seed);
    return new Objective(network, binding.loss(), binding.types());
  }

  /** So that messages tell it from the data, which may well have the same name. */
  private static String validationName(Dataset held) {
    String name = held.name();
    return name.startsWith("the data")
        ? "the validation " + name.substring("the ".length())
        : "the validation data (" + name + ")";
  }

  private void check(Dataset data, String name, GeneratedNetwork<S, ?> network) {
    DataChecks.requireWidth(
        data, name, network.description().inputs(), network.description().simpleName());
    DataChecks.requireWithin(
        data, name, binding.target().min(), binding.target().max(), binding.lossName());
  }

  /** The settings of one training; the batch size is no larger than the data. */
  record Settings(
      int epochs,
      int batchSize,
      long seed,
      boolean shuffle,
      int threads,
      Optimizer optimizer,
      Schedule schedule,
      @Nullable GradientClipping clipping,
      @Nullable EarlyStopping earlyStopping,
      TrainingControl control) {}
}
