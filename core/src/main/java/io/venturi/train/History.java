package io.venturi.train;

import java.util.List;

/**
 * The course of a training.
 *
 * @param epochs one entry an epoch, the first one first
 */
public record History(List<EpochMetrics> epochs) {

  public History {
    epochs = List.copyOf(epochs);
  }

  /**
   * The last epoch.
   *
   * @throws IllegalStateException if no epoch was completed
   */
  public EpochMetrics last() {
    if (epochs.isEmpty()) {
      throw new IllegalStateException("no epoch was completed");
    }
    return epochs.get(epochs.size() - 1);
  }

  /** The time of all epochs together, validation not counted. */
  public double seconds() {
    return epochs.stream().mapToDouble(EpochMetrics::seconds).sum();
  }

  /** Rows trained on in a second, over all epochs. */
  public double rowsPerSecond() {
    return epochs.stream().mapToLong(EpochMetrics::rows).sum() / seconds();
  }
}
