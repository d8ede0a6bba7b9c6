package io.venturi.features;

import io.venturi.application.Interval;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How well one learner tells labels from one contender's features. Immutable. */
public final class FeatureScore {

  static final double CONFIDENCE = 0.95;

  private final String contender;
  private final Learner learner;
  private final int labels;
  private final List<String> settings;
  private final double validation;
  private final double[] ofRows;
  private final double[] ofDraws;
  private final Interval interval;

  FeatureScore(String contender, Learner learner, int labels, List<Trial.Outcome> outcomes) {
    this.contender = contender;
    this.learner = learner;
    this.labels = labels;
    this.settings = outcomes.stream().map(Trial.Outcome::settings).toList();
    this.validation =
        outcomes.stream().mapToDouble(Trial.Outcome::validation).average().orElseThrow();
    this.ofRows = new double[outcomes.get(0).right().length];
    this.ofDraws = new double[outcomes.size()];
    for (int draw = 0; draw < ofDraws.length; draw++) {
      boolean[] right = outcomes.get(draw).right();
      for (int row = 0; row < ofRows.length; row++) {
        ofRows[row] += right[row] ? 1 : 0;
        ofDraws[draw] += right[row] ? 1 : 0;
      }
      ofDraws[draw] /= ofRows.length;
    }
    for (int row = 0; row < ofRows.length; row++) {
      ofRows[row] /= ofDraws.length;
    }
    this.interval = AccuracyIntervals.of(ofRows, ofDraws, CONFIDENCE);
  }

  /** Whose features. */
  public String contender() {
    return contender;
  }

  /** What learned from them. */
  public Learner learner() {
    return learner;
  }

  /** How many labels it had. */
  public int labels() {
    return labels;
  }

  /** How often that many were drawn; 1 where they are all. */
  public int draws() {
    return ofDraws.length;
  }

  /** The share of test rows told rightly, the mean over the draws, in [0, 1]. */
  public double accuracy() {
    return Arrays.stream(ofDraws).average().orElseThrow();
  }

  /**
   * Where {@link #accuracy()} may lie on other test rows and other draws: 95 % of confidence. No
   * narrower than the exact interval of a proportion, so that it is no point where all was told.
   */
  public Interval interval() {
    return interval;
  }

  /** The share of rows told rightly that were held back from the labelled ones, in [0, 1]. */
  public double validation() {
    return validation;
  }

  /** The settings that each draw chose. */
  public List<String> settings() {
    return settings;
  }

  /** The settings that most draws chose, of equally many the first. */
  String usualSettings() {
    return settings.stream()
        .distinct()
        .max(Comparator.comparingLong(each -> settings.stream().filter(each::equals).count()))
        .orElse("");
  }

  /** The share of draws in which each test row was told rightly. */
  double[] ofRows() {
    return ofRows.clone();
  }

  /** The accuracy of each draw. */
  double[] ofDraws() {
    return ofDraws.clone();
  }

  /** Such as {@code k-NN on PCA-32 with 1,000 labels: 0.913 [0.908, 0.918]}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s on %s with %,d labels: %.3f [%.3f, %.3f]",
        learner.name(),
        contender,
        labels,
        accuracy(),
        interval.low(),
        interval.high());
  }
}
