package io.venturi.train;

import io.venturi.error.ErrorMessage;
import io.venturi.error.Message;
import io.venturi.error.VenturiException;

/**
 * The loss, the validation loss or a parameter became NaN or infinite. Training stopped; {@link
 * #lastGood()} has the parameters of the end of the last epoch for which all of them were finite,
 * or those training began with.
 */
public final class TrainingDivergedException extends VenturiException {

  private static final long serialVersionUID = 1L;

  private final int epoch;
  private final int step;
  private final String place;
  private final transient Training<?> lastGood;

  private TrainingDivergedException(
      int epoch, int step, String place, Training<?> lastGood, ErrorMessage kind, Object... facts) {
    super(kind, facts);
    this.epoch = epoch;
    this.step = step;
    this.place = place;
    this.lastGood = lastGood;
  }

  static TrainingDivergedException ofLoss(
      double loss, int epoch, int step, String place, String kept, Training<?> lastGood) {
    return new TrainingDivergedException(
        epoch, step, place, lastGood, Message.DIVERGED, loss, step, epoch, place, kept);
  }

  static TrainingDivergedException ofParameters(
      int epoch, int step, String place, String kept, Training<?> lastGood) {
    return new TrainingDivergedException(
        epoch, step, place, lastGood, Message.PARAMETERS_DIVERGED, step, epoch, place, kept);
  }

  /** After the last step of an epoch. */
  static TrainingDivergedException ofValidation(
      double loss, int epoch, int step, String kept, Training<?> lastGood) {
    return new TrainingDivergedException(
        epoch,
        step,
        "the validation loss",
        lastGood,
        Message.VALIDATION_DIVERGED,
        epoch,
        loss,
        kept);
  }

  /** The epoch, from 1. */
  public int epoch() {
    return epoch;
  }

  /** The step of the epoch, from 1. */
  public int step() {
    return step;
  }

  /** The first layer with a value or parameter that is not finite, or which loss. */
  public String place() {
    return place;
  }

  /** The model as it was when all was well. */
  public Training<?> lastGood() {
    return lastGood;
  }

  /**
   * The model as it was when all was well, as one of its spec.
   *
   * @throws ClassCastException if it was trained for another spec
   */
  public <S> Training<S> lastGood(Class<S> spec) {
    return lastGood.of(spec);
  }
}
