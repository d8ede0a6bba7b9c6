package io.venturi.train;

/** What one step gave. One object is used for all steps, so that a step allocates nothing. */
public final class StepMetrics {

  private int epoch;
  private long step;
  private long rows;
  private double loss;
  private double learningRate;

  StepMetrics() {}

  void set(int epoch, long step, long rows, double loss, double learningRate) {
    this.epoch = epoch;
    this.step = step;
    this.rows = rows;
    this.loss = loss;
    this.learningRate = learningRate;
  }

  /** The epoch, from 1. */
  public int epoch() {
    return epoch;
  }

  /** The step, from 1, over all epochs. */
  public long step() {
    return step;
  }

  /** How many rows of the epoch have been trained on, this step's included. */
  public long rows() {
    return rows;
  }

  /** The objective of this step's batch, before the update: a mean over rows, plus penalties. */
  public double loss() {
    return loss;
  }

  /** The learning rate of this step. */
  public double learningRate() {
    return learningRate;
  }
}
