package io.venturi.train;

import java.util.List;

/**
 * The course of a training.
 *
 * @param epochs one entry a complete epoch, the first one first
 * @param ending why it ended
 * @param keptEpoch the epoch whose parameters the model has, from 1; 0 for those before the first
 *     epoch
 */
public record History(List<EpochMetrics> epochs, Ending ending, int keptEpoch) {

  /** Why a training ended. */
  public enum Ending {
    /** All planned epochs were trained. */
    COMPLETE,
    /** The validation loss had not become better for a while. */
    EARLY_STOPPING,
    /** Somebody used the {@link TrainingControl}. */
    STOPPED,
    /** The loss or the parameters stopped being finite. */
    DIVERGED
  }

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
