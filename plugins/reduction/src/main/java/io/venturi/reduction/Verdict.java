package io.venturi.reduction;

import io.venturi.application.Interval;

/**
 * Which of the two to use, by the squared error.
 *
 * @param advice the one to use
 * @param difference PCA's squared error per row less the autoencoder's
 * @param interval where that difference may lie on other rows of the same kind: of both errors of
 *     each row, paired
 * @param sentence all this in words
 */
public record Verdict(Advice advice, double difference, Interval interval, String sentence) {

  /** What to use. */
  public enum Advice {
    /** Its error is smaller than PCA's beyond what the choice of rows explains. */
    AUTOENCODER("use the autoencoder"),
    /** PCA does as well within the interval, or better, and is the simpler of the two. */
    PCA("use PCA");

    private final String words;

    Advice(String words) {
      this.words = words;
    }

    /** In words. */
    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * Decides by the interval of the difference alone.
   *
   * @param interval of PCA's squared error per row less the autoencoder's
   * @param overUntrained of the untrained copy's less the autoencoder's
   * @param confidence of both
   */
  static Verdict of(
      Contender autoencoder,
      Contender pca,
      Interval interval,
      Interval overUntrained,
      double confidence) {
    double difference = pca.squaredErrorPerRow() - autoencoder.squaredErrorPerRow();
    Advice advice = interval.low() > 0 ? Advice.AUTOENCODER : Advice.PCA;
    String sentence =
        "%s: squared error per row %s by the autoencoder, %s by PCA; the difference is %s, %s interval %s."
            .formatted(
                reason(advice, interval),
                Words.figure(autoencoder.squaredErrorPerRow()),
                Words.figure(pca.squaredErrorPerRow()),
                Words.figure(difference),
                Words.percent(confidence),
                Words.interval(interval));
    if (overUntrained.low() <= 0) {
      sentence +=
          " The autoencoder does no better than before its training: train it for longer, or look at"
              + " its loss.";
    }
    return new Verdict(advice, difference, interval, sentence);
  }

  private static String reason(Advice advice, Interval interval) {
    if (advice == Advice.AUTOENCODER) {
      return "Use the autoencoder";
    }
    return interval.high() < 0
        ? "Use PCA, which does better than the autoencoder"
        : "Use PCA, which does as well as the autoencoder within the interval, and is the simpler"
            + " one";
  }

  @Override
  public String toString() {
    return sentence;
  }
}
