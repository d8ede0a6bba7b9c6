package io.venturi.train;

import io.venturi.spi.Parameters;

/**
 * How a batch is cut into shards: pieces of rows whose gradients are computed apart and added in a
 * fixed order. It depends on the batch size and the model, never on the machine or the number of
 * threads, so that these do not change a bit of the result.
 *
 * <p>Every shard costs one gradient vector to write and add, by a rough estimate what seven rows
 * cost to train, so shards are many rows each; and work that takes less than some ten microseconds
 * is not worth handing to another thread.
 *
 * @param batchSize the rows of a full batch
 * @param shardRows the rows of a full shard
 */
record ShardPlan(int batchSize, int shardRows) {

  private static final int ROWS_WANTED = 64;
  private static final int ROWS_AT_LEAST = 32;

  /** Enough for the largest machines; and a bound on the memory of gradient vectors. */
  private static final int MOST_SHARDS = 64;

  /** Floats in all shards' gradient vectors and scratch together, beyond two shards: 2 GB. */
  private static final int MOST_GRADIENTS = 1 << 29;

  /** About 30 µs of one core. */
  private static final double WORK_AT_LEAST = 3e6;

  /** The plan for a network with these parameters. */
  static ShardPlan of(int batchSize, Parameters parameters) {
    return of(
        batchSize,
        parameters.size() + parameters.kernels().scratchSize(),
        parameters.kernels().workPerRow(),
        parameters.kernels().rowGroup());
  }

  /**
   * The plan for a network.
   *
   * @param floatsPerShard what each shard costs: a gradient vector, and the layers' scratch
   * @param workPerRow floating-point operations of one row, forward and backward
   * @param rowGroup how many rows must stay together: shards have a multiple of it
   */
  static ShardPlan of(int batchSize, long floatsPerShard, long workPerRow, int rowGroup) {
    double work = (double) batchSize * workPerRow;
    int byRows = Math.max(batchSize / ROWS_WANTED, Math.min(2, batchSize / ROWS_AT_LEAST));
    int byWork = (int) Math.min(MOST_SHARDS, work / WORK_AT_LEAST);
    int byMemory = (int) Math.max(2, MOST_GRADIENTS / Math.max(1, floatsPerShard));
    int shards = Math.max(1, Math.min(Math.min(byRows, MOST_SHARDS), Math.min(byWork, byMemory)));
    long shardRows = ((long) batchSize + shards - 1) / shards;
    long whole = (shardRows + rowGroup - 1) / rowGroup * rowGroup;
    return new ShardPlan(batchSize, (int) Math.min(whole, batchSize));
  }

  /** How many shards a batch of so many rows has. A last shard of one row joins its neighbour. */
  int shards(int rows) {
    int shards = (rows + shardRows - 1) / shardRows;
    return shards > 1 && rows - (shards - 1) * shardRows == 1 ? shards - 1 : shards;
  }

  /** The first row of a shard. */
  int from(int shard) {
    return shard * shardRows;
  }

  /** How many rows a shard of a batch of {@code rows} rows has. */
  int count(int shard, int rows) {
    return shard == shards(rows) - 1 ? rows - from(shard) : shardRows;
  }

  /** The most rows that a batch can have: a last batch of one row joins its neighbour. */
  int capacity() {
    return batchSize + 1;
  }

  /** How many shards the largest batch has. */
  int mostShards() {
    return Math.max(shards(batchSize), shards(batchSize + 1));
  }

  /** The most rows that this shard can have. */
  int capacity(int shard) {
    return Math.min(shardRows + 1, capacity() - from(shard));
  }
}
