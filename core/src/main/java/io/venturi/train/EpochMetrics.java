package io.venturi.train;

import java.util.OptionalDouble;

/**
 * What one epoch gave.
 *
 * @param epoch counts from 1
 * @param loss the mean objective over the epoch's rows, penalties included, each measured before
 *     the step it led to
 * @param validationLoss the mean loss over the validation rows after the epoch: with the weights of
 *     the data's rows, without corruption, penalties and the weights that types give; empty if
 *     there are none, or if training was stopped meanwhile
 * @param learningRate the rate of the epoch's last step
 * @param seconds how long the epoch took, validation not counted
 * @param rows how many rows were trained on
 */
public record EpochMetrics(
    int epoch,
    double loss,
    OptionalDouble validationLoss,
    double learningRate,
    double seconds,
    long rows) {

  /** Rows trained on in a second. */
  public double rowsPerSecond() {
    return rows / seconds;
  }
}
