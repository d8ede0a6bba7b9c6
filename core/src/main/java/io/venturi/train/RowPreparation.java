package io.venturi.train;

import io.venturi.data.Dataset;
import io.venturi.data.RowStream;
import io.venturi.data.Scaler;
import io.venturi.data.Scaling;
import io.venturi.error.DataException;
import io.venturi.error.Message;
import io.venturi.train.RowSource.Window;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Makes what a trainer is given the rows of a training: checks them, sets some aside, and scales
 * them by what is learned from those that are trained on.
 */
record RowPreparation(
    Validation validation,
    RowRequirements checks,
    @Nullable Scaler scaler,
    int batchSize,
    long seed,
    TrainingControl control) {

  /** Values that a scaler is given at a time. */
  private static final int BLOCK = 1 << 14;

  /** Rows in memory. */
  TrainingRows of(Dataset data) {
    Dataset rows = data;
    Dataset aside = null;
    if (scaler == null) {
      checks.require(data, data.name());
    } else {
      checks.requireRaw(data, data.name());
    }
    if (validation.fraction() > 0) {
      Dataset.Split split = data.split(validation.fraction(), seed);
      aside = split.first();
      rows = split.second();
    }
    Scaling scaling = scaler == null ? null : fitted(scaler, rows.name(), scaler.fit(rows));
    if (scaling != null) {
      checks.require(scaling.apply(data), data.name());
    }
    if (aside == null) {
      RowSource train = memory(rows, scaling);
      return new TrainingRows(train, held(scaling, train.batchOf(batchSize)), scaling);
    }
    checks.requireWeights(rows, rows.name());
    checks.requireWeights(aside, Validation.nameOf(aside.name()));
    return new TrainingRows(memory(rows, scaling), memory(aside, scaling), scaling);
  }

  private static RowSource memory(Dataset rows, @Nullable Scaling scaling) {
    return new MemoryRows(scaling == null ? rows : scaling.apply(rows));
  }

  /**
   * Rows of a stream, which is read once more beforehand if there is a scaler.
   *
   * @param windowRows a multiple of the batch size
   */
  TrainingRows of(RowStream stream, int windowRows) {
    String name = stream.name();
    RowShare aside = new RowShare(validation.fraction(), seed, true);
    Scaling scaling = scaler == null ? null : fit(scaler, stream, aside.rest());
    if (scaler != null && scaling == null) {
      return new TrainingRows(new NoRows(name), null, null);
    }
    RowRequirements scaled = checks.scaledBy(scaling);
    StreamRows train = new StreamRows(name, stream, scaled, aside.rest(), windowRows, control);
    try {
      return new TrainingRows(
          train,
          validation.fraction() > 0
              ? held(stream, name, scaled, aside, train.batchOf(batchSize))
              : held(scaling, train.batchOf(batchSize)),
          scaling);
    } catch (RuntimeException | Error e) {
      train.close();
      throw e;
    }
  }

  /** Rows of their own to validate with, if there are any. */
  private @Nullable RowSource held(@Nullable Scaling scaling, int batch) {
    RowStream stream = validation.stream();
    if (stream != null) {
      String name = Validation.nameOf(stream.name());
      return held(stream, name, checks.scaledBy(scaling), RowShare.ALL, batch);
    }
    Dataset data = validation.data();
    if (data == null) {
      return null;
    }
    String name = Validation.nameOf(data.name());
    if (scaling != null) {
      checks.requireRaw(data, name);
    }
    Dataset rows = scaling == null ? data : scaling.apply(data);
    checks.require(rows, name);
    return new MemoryRows(rows);
  }

  private RowSource held(
      RowStream stream, String name, RowRequirements scaled, RowShare share, int batch) {
    int rows = WindowSize.small(checks.width(), batch);
    return new StreamRows(name, stream, scaled, share, rows, control);
  }

  /** Learns from a stream's training rows in one pass; null if training is stopped meanwhile. */
  private @Nullable Scaling fit(Scaler wanted, RowStream stream, RowShare share) {
    String name = stream.name();
    if (wanted instanceof StartingPoint.Kept kept) { // Nothing to learn, nothing to read.
      return fitted(wanted, name, kept.scaling());
    }
    Scaler.RunningFit fit = wanted.start(name, checks.width());
    int rows = WindowSize.small(checks.width(), 1);
    boolean last = false;
    try (StreamRows pass = new StreamRows(name, stream, checks.raw(), share, rows, control)) {
      pass.begin(OptionalLong.empty());
      for (Window window = pass.next(); window != null; window = pass.next()) {
        if (control.isStopped()) {
          return null;
        }
        feed(window, fit);
        last = window.last;
      }
    }
    if (!last) {
      return null;
    }
    return fitted(wanted, name, fit.finish());
  }

  private void feed(Window window, Scaler.RunningFit fit) {
    int most = Math.max(1, BLOCK / checks.width());
    float[] block = new float[Math.min(most, window.rows()) * checks.width()];
    for (int from = 0; from < window.rows(); from += most) {
      int count = Math.min(most, window.rows() - from);
      window.data.read(window.order, from, count, block);
      fit.add(block, count);
    }
  }

  private Scaling fitted(Scaler wanted, String name, Scaling scaling) {
    if (scaling.width() != checks.width()) {
      throw new DataException(
          Message.SCALER_FAILED,
          wanted,
          name,
          "it is for " + scaling.width() + " features, of " + checks.width());
    }
    return scaling;
  }
}
