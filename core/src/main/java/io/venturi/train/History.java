package io.venturi.train;

import java.util.List;
import java.util.Locale;

/**
 * The course of a training.
 *
 * @param epochs one entry a complete epoch, the first one first
 * @param ending why it ended
 * @param keptEpoch the epoch whose parameters the model has, from 1; 0 for those before the first
 *     epoch
 * @param keptSteps how many steps of the epoch after that one have changed them since; 0 unless
 *     training was stopped within an epoch
 */
public record History(List<EpochMetrics> epochs, Ending ending, int keptEpoch, int keptSteps) {

  /** Why a training ended. */
  public enum Ending {
    /** All planned epochs were trained. */
    COMPLETE,
    /** The validation loss had not become better for a while. */
    EARLY_STOPPING,
    /** Somebody used the {@link TrainingControl}. */
    STOPPED,
    /** The loss or the parameters stopped being finite. */
    DIVERGED,
    /** The rows of a stream could not be read to their end. */
    DATA_FAILED
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

  /**
   * Such as {@code 20 epochs in 31.2 s, loss 0.08123 → 0.01234: complete, epoch 20 is kept}, or
   * {@code stopped, epoch 3 and 12 steps of epoch 4 are kept}.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(epochs.size()).append(epochs.size() == 1 ? " epoch" : " epochs");
    if (!epochs.isEmpty()) {
      EpochMetrics first = epochs.get(0);
      text.append(String.format(Locale.ROOT, " in %.1f s", seconds()));
      text.append(course(", loss ", first.loss(), last().loss()));
      if (first.validationLoss().isPresent() && last().validationLoss().isPresent()) {
        text.append(
            course(
                ", validation loss ",
                first.validationLoss().getAsDouble(),
                last().validationLoss().getAsDouble()));
      }
    }
    return text.append(": ").append(words(ending)).append(", ").append(kept()).toString();
  }

  private static String words(Ending ending) {
    return ending.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private String kept() {
    String partly =
        keptSteps + (keptSteps == 1 ? " step" : " steps") + " of epoch " + (keptEpoch + 1);
    if (keptEpoch == 0) {
      return (keptSteps == 0 ? "no epoch" : partly) + (keptSteps > 1 ? " are kept" : " is kept");
    }
    String whole = "epoch " + keptEpoch;
    return keptSteps == 0 ? whole + " is kept" : whole + " and " + partly + " are kept";
  }

  private static String course(String what, double first, double last) {
    return what + String.format(Locale.ROOT, "%.4g → %.4g", first, last);
  }
}
