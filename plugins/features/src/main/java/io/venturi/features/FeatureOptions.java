package io.venturi.features;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How features are compared.
 *
 * @param learners what learns from them, one or more
 * @param labels how many training labels learners get, ascending; that they get all is always
 *     compared, and need not be named
 * @param draws how often such a number of rows is drawn, from 1 to 20; the same rows for every
 *     contender
 * @param seed of the draws and of the learners
 * @param progress is told of each figure when it is known, such as {@code System.err::println}
 */
public record FeatureOptions(
    List<Learner> learners,
    List<Integer> labels,
    int draws,
    long seed,
    Consumer<FeatureScore> progress) {

  private static final int MOST_DRAWS = 20;

  /**
   * Refuses settings that nothing can be learnt with.
   *
   * @throws DataException that says which one
   */
  public FeatureOptions {
    labels = labels.stream().sorted().distinct().toList();
    learners = List.copyOf(learners);
    Objects.requireNonNull(progress, "progress");
    List<String> names = learners.stream().map(Learner::name).toList();
    if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
      throw new DataException(
          FeaturesMessage.LEARNERS, names.isEmpty() ? "none" : String.join(", ", names));
    }
    if (!labels.isEmpty() && labels.get(0) < 1) {
      throw new DataException(
          Message.HYPERPARAMETER, "a number of labels", labels.get(0), "at least 1");
    }
    if (draws < 1 || draws > MOST_DRAWS) {
      throw new DataException(
          Message.HYPERPARAMETER, "the number of draws", draws, "from 1 to " + MOST_DRAWS);
    }
  }

  /**
   * 100 labels, 1,000, and all, five draws of each; by logistic regression and by nearest
   * neighbours.
   */
  public static FeatureOptions of(long seed) {
    return new FeatureOptions(
        List.of(Learner.LOGISTIC_REGRESSION, Learner.NEAREST_NEIGHBOURS),
        List.of(100, 1_000),
        5,
        seed,
        score -> {});
  }

  /** By other learners, such as {@link Learner#of one of Tribuo's}. */
  public FeatureOptions learners(Learner... others) {
    return new FeatureOptions(List.of(others), labels, draws, seed, progress);
  }

  /** With other numbers of labels. */
  public FeatureOptions labels(int... numbers) {
    return new FeatureOptions(
        learners, Arrays.stream(numbers).boxed().toList(), draws, seed, progress);
  }

  /** With another number of draws. */
  public FeatureOptions draws(int number) {
    return new FeatureOptions(learners, labels, number, seed, progress);
  }

  /** With one that is told of figures as they come. */
  public FeatureOptions progress(Consumer<FeatureScore> listener) {
    return new FeatureOptions(learners, labels, draws, seed, listener);
  }
}
