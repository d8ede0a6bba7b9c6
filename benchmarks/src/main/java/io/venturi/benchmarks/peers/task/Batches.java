package io.venturi.benchmarks.peers.task;

import java.util.Random;

/** Cuts rows into batches for libraries that are given theirs. */
public final class Batches {

  private final float[] rows;
  private final Work work;
  private final int[] order;
  private final Random random = new Random(1);

  /**
   * @param rows of the work, one after another
   */
  public Batches(Work work, float[] rows) {
    this.rows = rows;
    this.work = work;
    this.order = new int[work.count()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
  }

  /** How many batches an epoch has, the last one perhaps smaller. */
  public int count() {
    return (work.count() + work.batch() - 1) / work.batch();
  }

  /** How many rows a batch has. */
  public int size(int batch) {
    return Math.min(work.batch(), work.count() - batch * work.batch());
  }

  /** Puts the rows into another order. */
  public void shuffle() {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }

  /** The rows of a batch, in the order they are in; at first that of the work. */
  public float[] get(int batch) {
    int width = work.inputs();
    float[] values = new float[size(batch) * width];
    for (int row = 0; row < size(batch); row++) {
      int from = order[batch * work.batch() + row];
      System.arraycopy(rows, from * width, values, row * width, width);
    }
    return values;
  }
}
