package io.venturi.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What one epoch gave.
 *
 * @param epoch counts from 1
 * @param loss the mean objective over the epoch's rows, penalties included, each measured before
 *     the step it led to
 * @param validationLoss the mean objective over the validation rows after the epoch: with the
 *     weights of the data's rows and with penalties, without corruption and the weights that types
 *     give; empty if there are none, or if training was stopped meanwhile
 * @param learningRate the rate of the epoch's last step
 * @param seconds how long the epoch took, validation not counted
 * @param rows how many rows were trained on
 * @param figures what else there is to say of the epoch's steps, by name: {@code reconstruction}
 *     (the loss alone) and each penalty where there are any, and what the spec's types report
 * @param validationFigures the same of the validation rows
 * @param warnings what the spec's types found amiss
 */
public record EpochMetrics(
    int epoch,
    double loss,
    OptionalDouble validationLoss,
    double learningRate,
    double seconds,
    long rows,
    Map<String, Double> figures,
    Map<String, Double> validationFigures,
    List<String> warnings) {

  public EpochMetrics {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    validationFigures = Collections.unmodifiableMap(new LinkedHashMap<>(validationFigures));
    warnings = List.copyOf(warnings);
  }

  /** Rows trained on in a second. */
  public double rowsPerSecond() {
    return rows / seconds;
  }
}
