package io.venturi.model;

/** Takes the scores of a stream's rows, one after another. */
@FunctionalInterface
public interface ScoreConsumer {

  /**
   * Takes the score of one row.
   *
   * @param row its number in the stream, from 0
   * @param score its mean squared error
   */
  void accept(long row, double score);
}
