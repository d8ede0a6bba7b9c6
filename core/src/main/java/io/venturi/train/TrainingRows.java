package io.venturi.train;

import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.data.RowStream;
import io.venturi.data.Scaler;
import io.venturi.data.Scaling;
import io.venturi.error.DataException;
import io.venturi.error.Message;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one training and those that validate it, checked.
 *
 * @param train to be trained on
 * @param held to validate with, if any
 * @param scaling what both have been scaled by, if anything
 */
record TrainingRows(RowSource train, @Nullable RowSource held, @Nullable Scaling scaling)
    implements AutoCloseable {

  /** Rows in memory. */
  static TrainingRows of(
      Dataset data, Validation validation, RowChecks checks, int batchSize, long seed) {
    checks.require(data, data.name());
    if (validation.fraction() > 0) {
      Dataset.Split split = data.split(validation.fraction(), seed);
      return inMemory(split.second(), split.first(), null);
    }
    return new TrainingRows(new MemoryRows(data), held(validation, checks, batchSize), null);
  }

  /** Rows in memory, scaled by what is learned from those that are trained on. */
  static TrainingRows scaled(
      Dataset data, Validation validation, RowChecks checks, long seed, Scaler scaler) {
    checks.requireRaw(data, data.name());
    Dataset rows = data;
    Dataset held = validation.data();
    if (validation.fraction() > 0) {
      Dataset.Split split = data.split(validation.fraction(), seed);
      rows = split.second();
      held = split.first();
    } else if (held != null) {
      checks.requireRaw(held, Validation.nameOf(held.name()));
    }
    Scaling scaling = fit(scaler, rows);
    checks.require(scaling.apply(data), data.name());
    if (held != null && validation.fraction() == 0) {
      checks.require(scaling.apply(held), Validation.nameOf(held.name()));
    }
    return inMemory(scaling.apply(rows), held == null ? null : scaling.apply(held), scaling);
  }

  private static TrainingRows inMemory(
      Dataset rows, @Nullable Dataset held, @Nullable Scaling scaling) {
    DataChecks.requireWeights(rows, rows.name());
    if (held != null) {
      DataChecks.requireWeights(held, Validation.nameOf(held.name()));
    }
    return new TrainingRows(
        new MemoryRows(rows), held == null ? null : new MemoryRows(held), scaling);
  }

  private static Scaling fit(Scaler scaler, Dataset rows) {
    Scaling scaling = scaler.fit(rows);
    if (scaling.width() != rows.width()) {
      throw new DataException(
          Message.SCALER_FAILED,
          scaler,
          rows.name(),
          "it is for " + scaling.width() + " features, of " + rows.width());
    }
    return scaling;
  }

  /**
   * Rows of a stream.
   *
   * @param windowRows a multiple of the batch size
   */
  static TrainingRows of(
      RowStream stream,
      Validation validation,
      RowChecks checks,
      int batchSize,
      long seed,
      int windowRows,
      TrainingControl control) {
    RowShare aside = new RowShare(validation.fraction(), seed, true);
    StreamRows train =
        new StreamRows(stream.name(), stream, checks, aside.rest(), windowRows, control);
    try {
      return new TrainingRows(
          train,
          validation.fraction() > 0
              ? held(stream, stream.name(), checks, aside, batchSize)
              : held(validation, checks, batchSize),
          null);
    } catch (RuntimeException | Error e) {
      train.close();
      throw e;
    }
  }

  private static @Nullable RowSource held(Validation validation, RowChecks checks, int batchSize) {
    Dataset data = validation.data();
    if (data != null) {
      checks.require(data, Validation.nameOf(data.name()));
      return new MemoryRows(data);
    }
    RowStream stream = validation.stream();
    return stream == null
        ? null
        : held(stream, Validation.nameOf(stream.name()), checks, RowShare.ALL, batchSize);
  }

  /** A validation is read to its end even if training is being stopped. */
  private static RowSource held(
      RowStream stream, String name, RowChecks checks, RowShare share, int batchSize) {
    int rows = WindowSize.small(checks.width(), batchSize);
    return new StreamRows(name, stream, checks, share, rows, new TrainingControl());
  }

  @Override
  public void close() {
    try (train) {
      if (held != null) {
        held.close();
      }
    }
  }
}
