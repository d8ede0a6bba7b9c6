package io.venturi.train;

/** Where in a training, or its validation, a step stands, and where its figures go. */
final class Moment {

  final boolean training;
  final Figures figures = new Figures();

  private long seed;
  private double epochs;
  private long steps;
  private int rows;

  private Moment(boolean training) {
    this.training = training;
  }

  /** Moments of steps that change parameters. */
  static Moment ofTraining() {
    return new Moment(true);
  }

  /** Moments of steps that measure. */
  static Moment ofValidation() {
    return new Moment(false);
  }

  /**
   * Says where the next step stands.
   *
   * @param seed of all that it draws
   * @param epochs trained before it, parts included
   * @param steps made before it
   */
  Moment at(long seed, double epochs, long steps) {
    this.seed = seed;
    this.epochs = epochs;
    this.steps = steps;
    return this;
  }

  void rows(int rows) {
    this.rows = rows;
  }

  long seed() {
    return seed;
  }

  double epochs() {
    return epochs;
  }

  long steps() {
    return steps;
  }

  /** Notes a figure of the batch at hand. */
  void report(String name, double value) {
    figures.add(name, value, rows);
  }
}
