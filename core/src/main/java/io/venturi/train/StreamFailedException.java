package io.venturi.train;

import io.venturi.error.DataException;
import io.venturi.error.Message;

/**
 * A stream could not be read on when training had already begun: a row that is damaged or does not
 * fit, a file or connection that fails, fewer rows than were said. Training stopped; {@link
 * #lastGood()} has the parameters of the end of the last complete epoch, or those training began
 * with. {@link #getCause()} says what happened. What is wrong with the first window is found before
 * training begins, and is a {@link DataException} of its own.
 */
public final class StreamFailedException extends DataException {

  private static final long serialVersionUID = 1L;

  private final int epoch;
  private final long rows;
  private final transient Training<?> lastGood;

  StreamFailedException(
      DataException cause, String name, int epoch, long rows, String kept, Training<?> lastGood) {
    super(cause, Message.STREAM_FAILED, name, epoch, rows, reason(cause), kept);
    this.epoch = epoch;
    this.rows = rows;
    this.lastGood = lastGood;
  }

  private static String reason(DataException cause) {
    return String.valueOf(cause.getMessage());
  }

  /** The epoch, from 1. */
  public int epoch() {
    return epoch;
  }

  /** How many rows of the epoch had been trained on. */
  public long rows() {
    return rows;
  }

  /** The model as it was at the end of the last complete epoch. */
  public Training<?> lastGood() {
    return lastGood;
  }

  /**
   * The model as it was at the end of the last complete epoch, as one of its spec.
   *
   * @throws ClassCastException if it was trained for another spec
   */
  public <S> Training<S> lastGood(Class<S> spec) {
    return lastGood.of(spec);
  }
}
