package io.venturi.features;

/** What learns to tell labels from features. */
public enum Learner {
  /**
   * Multinomial logistic regression by stochastic gradients: Tribuo's, with AdaGrad (Duchi, Hazan
   * and Singer, 2011). It asks whether classes can be told apart by planes.
   */
  LOGISTIC_REGRESSION("logistic regression"),

  /**
   * A vote of the nearest labelled rows by Euclidean distance, of equal counts the nearest one's.
   * It asks whether rows that are near have the same label. The neighbours are core's exact ones,
   * by blocks of matrix products, and not Tribuo's: one search serves every number of neighbours.
   */
  NEAREST_NEIGHBOURS("k-NN");

  private final String name;

  Learner(String name) {
    this.name = name;
  }

  Classifier classifier() {
    return this == LOGISTIC_REGRESSION ? new LogisticRegression() : new NeighbourVote();
  }

  /** Its name, as tables have it. */
  @Override
  public String toString() {
    return name;
  }
}
