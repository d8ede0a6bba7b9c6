package io.venturi.benchmarks.kernels;

import io.venturi.benchmarks.FashionDenoiser;
import io.venturi.benchmarks.Images;
import io.venturi.data.Dataset;
import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.runtime.Venturi;
import io.venturi.spi.Corruption;
import io.venturi.spi.StepContext;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What is done to the rows of a shard before the encoder sees them: images, in a random order. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RowPasses {

  private static final int STEP = Tiles.rows(Sizes.IMAGE);

  private final Dataset images = Images.bundled();
  private final int[] order =
      new SplittableRandom(1).ints(images.size(), 0, images.size()).toArray();
  private final Corruption noise =
      Venturi.create().trainer(FashionDenoiser.class).objective().types().stream()
          .flatMap(type -> type.corruption().stream())
          .findFirst()
          .orElseThrow();
  private final StepContext context = new OneStep();
  private final Tensor target = Sizes.tensor(Sizes.SHARD, Sizes.IMAGE);
  private final Tensor input = Tensor.allocate(Sizes.SHARD, Sizes.IMAGE);
  private final float[] values = new float[Tiles.capacity(Sizes.IMAGE)];
  private int from;

  /** Other rows each time. */
  @Benchmark
  public Tensor gather() {
    from = from + 2 * Sizes.SHARD > order.length ? 0 : from + Sizes.SHARD;
    for (int row = 0; row < Sizes.SHARD; row += STEP) {
      int rows = Math.min(STEP, Sizes.SHARD - row);
      images.read(order, from + row, rows, values);
      target.write(row * Sizes.IMAGE, values, rows * Sizes.IMAGE);
    }
    return target;
  }

  @Benchmark
  public Tensor gaussianNoise() {
    for (int row = 0; row < Sizes.SHARD; row += STEP) {
      int rows = Math.min(STEP, Sizes.SHARD - row);
      target.read(row * Sizes.IMAGE, values, rows * Sizes.IMAGE);
      noise.corrupt(values, rows, Sizes.IMAGE, row, context);
      input.write(row * Sizes.IMAGE, values, rows * Sizes.IMAGE);
    }
    return input;
  }

  /** A step that is the same for all parts of a hook, so that asking for them makes nothing. */
  private static final class OneStep implements StepContext {

    @Override
    public long seed() {
      return 1;
    }

    @Override
    public double epochs() {
      return 0;
    }

    @Override
    public long steps() {
      return 0;
    }

    @Override
    public boolean isTraining() {
      return true;
    }

    @Override
    public StepContext part(int number) {
      return this;
    }
  }
}
