package io.venturi.benchmarks.kernels;

import io.venturi.benchmarks.FashionAutoencoder;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.runtime.Venturi;
import io.venturi.spi.Loss;
import io.venturi.spi.LossTile;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Mean squared error behind a sigmoid, and its gradient, on a shard of images, tile by tile. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LossPass {

  private static final int TILE = Tiles.capacity(Sizes.IMAGE);

  private final Loss loss = Venturi.create().trainer(FashionAutoencoder.class).objective().loss();
  private final Sigmoid sigmoid = new Sigmoid();
  private final Tensor output = Sizes.tensor(Sizes.SHARD, Sizes.IMAGE);
  private final Tensor target = Sizes.tensor(Sizes.SHARD, Sizes.IMAGE);
  private final Tensor gradient = Tensor.allocate(Sizes.SHARD, Sizes.IMAGE);
  private final LossTile tile =
      new LossTile(new float[TILE], new float[TILE], new float[TILE], new float[Sizes.SHARD]);

  @Benchmark
  public Tensor lossAndGradient() {
    int step = Tiles.rows(Sizes.IMAGE);
    for (int row = 0; row < Sizes.SHARD; row += step) {
      int rows = Math.min(step, Sizes.SHARD - row);
      int first = row * Sizes.IMAGE;
      int n = rows * Sizes.IMAGE;
      output.read(first, tile.preActivation, n);
      target.read(first, tile.target, n);
      tile.set(row, rows, Sizes.IMAGE, 1f / Sizes.SHARD);
      loss.evaluate(tile, sigmoid);
      gradient.write(first, tile.gradient, n);
    }
    return gradient;
  }
}
