package io.venturi.reduction;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import io.venturi.train.History;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How a comparison measures.
 *
 * @param neighbours how many nearest rows make a neighbourhood, at least 1
 * @param neighbourhoodRows the most rows that neighbourhoods are looked at in, drawn by the seed:
 *     memory and time grow with its square
 * @param resamples how many samples the intervals are drawn from, at least 100
 * @param confidence of the intervals, in (0, 1)
 * @param seed of all that is drawn: those rows, those samples, and the starting values of the
 *     untrained copy
 * @param trainingSeconds how long the model was trained, where that is known
 */
public record ComparisonOptions(
    int neighbours,
    int neighbourhoodRows,
    int resamples,
    double confidence,
    long seed,
    OptionalDouble trainingSeconds) {

  /**
   * Refuses settings out of range.
   *
   * @throws DataException that says which one
   */
  public ComparisonOptions {
    require(neighbours >= 1, "the number of neighbours", neighbours, "at least 1");
    require(
        neighbourhoodRows >= 3,
        "the number of rows to look at neighbourhoods in",
        neighbourhoodRows,
        "at least 3");
    require(resamples >= 100, "the number of resamples", resamples, "at least 100");
    require(confidence > 0 && confidence < 1, "the confidence", confidence, "between 0 and 1");
    Objects.requireNonNull(trainingSeconds, "trainingSeconds");
  }

  private static void require(boolean holds, String what, Object value, String range) {
    if (!holds) {
      throw new DataException(Message.HYPERPARAMETER, what, value, range);
    }
  }

  /**
   * 12 neighbours among at most 2,000 rows, intervals of 95 % from 1,000 samples, seed 0, and a
   * training of unknown length.
   */
  public static ComparisonOptions defaults() {
    return new ComparisonOptions(12, 2_000, 1_000, 0.95, 0, OptionalDouble.empty());
  }

  /** The same with another number of neighbours. */
  public ComparisonOptions withNeighbours(int count) {
    return new ComparisonOptions(
        count, neighbourhoodRows, resamples, confidence, seed, trainingSeconds);
  }

  /** The same with neighbourhoods looked at in another number of rows. */
  public ComparisonOptions withNeighbourhoodRows(int most) {
    return new ComparisonOptions(neighbours, most, resamples, confidence, seed, trainingSeconds);
  }

  /** The same with other intervals. */
  public ComparisonOptions withIntervals(int newResamples, double newConfidence) {
    return new ComparisonOptions(
        neighbours, neighbourhoodRows, newResamples, newConfidence, seed, trainingSeconds);
  }

  /** The same with another seed. */
  public ComparisonOptions withSeed(long newSeed) {
    return new ComparisonOptions(
        neighbours, neighbourhoodRows, resamples, confidence, newSeed, trainingSeconds);
  }

  /** The same with the time that the model's training took, which the model itself does not say. */
  public ComparisonOptions withTraining(History history) {
    return new ComparisonOptions(
        neighbours,
        neighbourhoodRows,
        resamples,
        confidence,
        seed,
        OptionalDouble.of(history.seconds()));
  }
}
