package io.venturi.benchmarks.peers.task;

import java.util.Arrays;
import java.util.Locale;

/** What contenders are compared at. */
public enum Work {
  /** Training of the quickstart's network on images. */
  DENSE(Goal.TRAIN, Rows.IMAGES, 60_000, 256, 20),
  /** Training of a network as small as those of most anomaly detection. */
  TABULAR(Goal.TRAIN, Rows.TABLE, 20_000, 32, 200),
  /** Training of the gallery's convolutional network, with transposed convolutions. */
  CONV(Goal.TRAIN, Rows.IMAGES, 5_120, 128, 25),
  /** The same with upsampling and convolutions in place of the transposed ones. */
  CONV_UPSAMPLING(Goal.TRAIN, Rows.IMAGES, 5_120, 128, 25),
  /** Training of a variational autoencoder. */
  VAE(Goal.TRAIN, Rows.IMAGES, 20_000, 128, 40),
  /** One row at a time through the small network and back. */
  ROW_TABULAR(Goal.RECONSTRUCT_ROW, Rows.TABLE, 1_024, 32, 0),
  /** One row at a time through the quickstart's network and back. */
  ROW_DENSE(Goal.RECONSTRUCT_ROW, Rows.IMAGES, 1_024, 256, 0),
  /** A million rows through the quickstart's encoder: the same 20,000, 50 times over. */
  ENCODE(Goal.ENCODE, Rows.IMAGES, 20_000, 256, 0);

  /** What is to be done with a network. */
  public enum Goal {
    TRAIN,
    RECONSTRUCT_ROW,
    ENCODE
  }

  /** What rows are. */
  public enum Rows {
    IMAGES(784),
    TABLE(30);

    private final int width;

    Rows(int width) {
      this.width = width;
    }

    /** How many values a row has. */
    public int width() {
      return width;
    }
  }

  private static final int MILLION = 1_000_000;

  private final Goal goal;
  private final Rows rows;
  private final int count;
  private final int batch;
  private final int checkedSteps;

  Work(Goal goal, Rows rows, int count, int batch, int checkedSteps) {
    this.goal = goal;
    this.rows = rows;
    this.count = count;
    this.batch = batch;
    this.checkedSteps = checkedSteps;
  }

  /** The work of this name. */
  public static Work named(String name) {
    return Arrays.stream(values())
        .filter(work -> work.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no work " + name + ": there are " + Arrays.toString(values())));
  }

  public Goal goal() {
    return goal;
  }

  public Rows rows() {
    return rows;
  }

  /** How many values a row has. */
  public int inputs() {
    return rows.width();
  }

  /** How many rows there are; of a training, in an epoch. */
  public int count() {
    return count;
  }

  /** How often a round goes through all rows: so often that encoding is that of a million. */
  public int passes() {
    return goal == Goal.ENCODE ? MILLION / count : 1;
  }

  /** Rows of a step. */
  public int batch() {
    return batch;
  }

  /** After how many steps from the same weights the loss is compared. */
  public int checkedSteps() {
    return checkedSteps;
  }

  /**
   * By how much, of itself, that loss may differ: where noise is drawn, by more. It tells who takes
   * half the steps, and a variational autoencoder without its divergence. It does not tell whether
   * noise is drawn, since codes are at their means when losses are compared.
   */
  public double tolerance() {
    return this == VAE ? 0.03 : 0.01;
  }

  /** What figures are in. */
  public Unit unit() {
    return goal == Goal.RECONSTRUCT_ROW ? Unit.MICROSECONDS : Unit.ROWS_PER_SECOND;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
