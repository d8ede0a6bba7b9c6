package io.venturi.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardPlanTest {

  /** Every row in one shard, in order, whatever the sizes. */
  @ParameterizedTest
  @ValueSource(ints = {1, 300, 5_000, 60_000, 476_720, 20_000_000})
  void coversEveryRowOnceInOrder(int parameters) {
    for (int batchSize = 1; batchSize <= 520; batchSize++) {
      ShardPlan plan = plan(batchSize, parameters, 1);
      for (int rows = 1; rows <= plan.capacity(); rows++) {
        check(plan, rows);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1023, 1024, 1025, 4096, 10_007, 65_536})
  void coversLargeBatches(int batchSize) {
    for (int parameters : new int[] {1, 1_000, 476_720}) {
      ShardPlan plan = plan(batchSize, parameters, 1);
      for (int rows : new int[] {1, 2, 3, batchSize / 2, batchSize - 1, batchSize, batchSize + 1}) {
        check(plan, rows);
      }
      for (int shards = 1; shards <= plan.mostShards(); shards++) {
        for (int more = -1; more <= 1; more++) {
          int rows = shards * plan.shardRows() + more;
          if (rows <= plan.capacity()) {
            check(plan, rows);
          }
        }
      }
    }
  }

  /** That of a network of dense layers. */
  private static ShardPlan plan(int batchSize, int parameters, int rowGroup) {
    return ShardPlan.of(batchSize, parameters, 6L * parameters, rowGroup);
  }

  /** Convolutions use each parameter many times. */
  @Test
  void manyOperationsOfFewParametersAreWorkForSeveralCores() {
    assertThat(plan(128, 500, 1).mostShards()).isEqualTo(1);
    assertThat(ShardPlan.of(128, 500, 5_000_000, 1).mostShards()).isEqualTo(2);
  }

  /** 200 million floats of scratch a shard are 800 MB. */
  @Test
  void muchScratchMakesForFewerShards() {
    assertThat(ShardPlan.of(1024, 500, 5_000_000, 1).mostShards()).isEqualTo(16);
    assertThat(ShardPlan.of(1024, 200_000_500, 5_000_000, 1).mostShards()).isEqualTo(2);
  }

  private static void check(ShardPlan plan, int rows) {
    int shards = plan.shards(rows);
    String what = plan + " on " + rows + " rows";
    if (shards < 1 || shards > plan.mostShards()) {
      throw new AssertionError(what + " has " + shards + " shards of " + plan.mostShards());
    }
    int next = 0;
    for (int s = 0; s < shards; s++) {
      int count = plan.count(s, rows);
      if (plan.from(s) != next) {
        throw new AssertionError(what + ": shard " + s + " begins at " + plan.from(s));
      }
      if (count < 1 || count > plan.capacity(s) || (count == 1 && rows > 1)) {
        throw new AssertionError(what + ": shard " + s + " has " + count + " rows");
      }
      next += count;
    }
    if (next != rows) {
      throw new AssertionError(what + ": " + next + " covered");
    }
    // Room for the shards' parts of the batch-wide tensors.
    int last = plan.mostShards() - 1;
    if (plan.from(last) + plan.capacity(last) > plan.capacity()) {
      throw new AssertionError(what + ": no room for shard " + last);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 31, 32, 63})
  void smallBatchesAreOneShard(int batchSize) {
    assertThat(plan(batchSize, 476_720, 1).mostShards()).isEqualTo(1);
  }

  /** A hand-over takes longer than the whole step of a small network. */
  @ParameterizedTest
  @ValueSource(ints = {32, 64, 256})
  void smallNetworksAreOneShard(int batchSize) {
    assertThat(plan(batchSize, 1_214, 1).mostShards()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 128, 256, 384, 1024})
  void largeBatchesOfLargeNetworksAreWorkForSeveralCores(int batchSize) {
    int shards = plan(batchSize, 476_720, 1).shards(batchSize);
    assertThat(shards).isEqualTo(Math.max(2, batchSize / 64));
  }

  /** Each shard has a gradient vector: their number and their memory have bounds. */
  @Test
  void shardsDoNotGrowWithoutBound() {
    assertThat(plan(1_000_000, 476_720, 1).mostShards()).isEqualTo(64);
    assertThat(plan(8192, 100_000_000, 1).mostShards()).isEqualTo(5);
    assertThat(plan(8192, 500_000_000, 1).mostShards()).isEqualTo(2);
  }
}
