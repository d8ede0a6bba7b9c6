package io.venturi.benchmarks.kernels;

import io.venturi.kernel.Matrices;
import io.venturi.kernel.Tensor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The gradient of biases: sums over the rows of a shard. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls setUp first.
public class ColumnSums {

  @Param({"784", "256", "32"})
  public int width;

  private Tensor gradients;
  private Tensor sums;

  @Setup
  public void setUp() {
    gradients = Sizes.tensor(Sizes.SHARD, width);
    sums = Tensor.allocate(1, width);
  }

  @Benchmark
  public Tensor columnSums() {
    Matrices.columnSums(Sizes.SHARD, gradients, sums, 0f);
    return sums;
  }
}
