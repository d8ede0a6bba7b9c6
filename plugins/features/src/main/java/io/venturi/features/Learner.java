package io.venturi.features;

import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;

/**
 * What learns to tell labels from features, with settings to choose from. {@link
 * FeatureOptions#learners} takes any; safe to use from many threads.
 */
public interface Learner {

  /**
   * Multinomial logistic regression by stochastic gradients: Tribuo's, with AdaGrad (Duchi, Hazan
   * and Singer, 2011). It asks whether classes can be told apart by planes.
   */
  Learner LOGISTIC_REGRESSION = LogisticRegression.learner();

  /**
   * A vote of the nearest labelled rows by Euclidean distance, of equal counts the nearest one's.
   * It asks whether rows that are near have the same label. The neighbours are core's exact ones,
   * by blocks of matrix products, and not Tribuo's: one search serves every number of neighbours.
   */
  Learner NEAREST_NEIGHBOURS = new NeighbourVote();

  /**
   * One of Tribuo's learners, or of one's own for Tribuo.
   *
   * <pre>{@code
   * Learner.of("forest", seed -> new RandomForestTrainer<>(
   *     new CARTClassificationTrainer(8, 0.1f, seed), new VotingCombiner(), 100, seed));
   * }</pre>
   *
   * @param name as tables have it
   * @param trainer makes one from a seed; asked for a new one for each training, since a trainer of
   *     Tribuo counts its trainings and draws otherwise in the second
   */
  static Learner of(String name, LongFunction<? extends Trainer<Label>> trainer) {
    return of(name, Map.of("as it is", trainer));
  }

  /**
   * One of Tribuo's learners with several settings, of which those are taken that tell labels best
   * which were held back.
   *
   * @param name as tables have it
   * @param settings by name, at least one, in an order such as {@link java.util.LinkedHashMap}'s:
   *     the first of equally good ones is taken
   * @throws io.venturi.error.DataException if there is none
   */
  static Learner of(
      String name, Map<String, ? extends LongFunction<? extends Trainer<Label>>> settings) {
    return new TribuoLearner(name, settings);
  }

  /** Its name, as tables have it. */
  String name();

  /** What may be chosen, each with a name; the first of equally good ones is taken. */
  List<String> settings();

  /**
   * Learns and predicts. The same arguments give the same labels.
   *
   * @param train (n, width), finite; not to be changed
   * @param labels of these, from 0 up
   * @param queries (m, width), finite; not to be changed
   * @param settings numbers of the settings to learn with
   * @param seed of what is random
   * @return labels of the queries: (settings, m)
   */
  int[][] predict(float[][] train, int[] labels, float[][] queries, int[] settings, long seed);
}
