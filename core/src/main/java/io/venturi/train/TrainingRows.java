package io.venturi.train;

import io.venturi.data.Dataset;
import io.venturi.data.RowStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one training and those that validate it, checked.
 *
 * @param train to be trained on
 * @param held to validate with, if any
 */
record TrainingRows(RowSource train, @Nullable RowSource held) implements AutoCloseable {

  /** Rows in memory. */
  static TrainingRows of(
      Dataset data, Validation validation, RowChecks checks, int batchSize, long seed) {
    checks.require(data, data.name());
    if (validation.fraction() > 0) {
      Dataset.Split split = data.split(validation.fraction(), seed);
      return new TrainingRows(new MemoryRows(split.second()), new MemoryRows(split.first()));
    }
    return new TrainingRows(new MemoryRows(data), held(validation, checks, batchSize));
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
              : held(validation, checks, batchSize));
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
