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

/** The products of the quickstart's layers, on the rows of one shard and one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls setUp first.
public class MatrixProducts {

  /** Inputs and outputs of the layer. */
  @Param({"784-256", "256-128", "128-32", "32-128", "128-256", "256-784"})
  public String layer;

  private Tensor in;
  private Tensor out;
  private Tensor weights;

  /** Floating-point operations of one product of this layer. */
  static double operations(String layer) {
    return 2.0 * Sizes.SHARD * size(layer, 0) * size(layer, 1);
  }

  private static int size(String layer, int end) {
    return Integer.parseInt(layer.split("-", -1)[end]);
  }

  @Setup
  public void setUp() {
    in = Sizes.tensor(Sizes.SHARD, size(layer, 0));
    out = Sizes.tensor(Sizes.SHARD, size(layer, 1));
    weights = Sizes.tensor(size(layer, 0), size(layer, 1));
  }

  @Benchmark
  public Tensor forward() {
    Matrices.multiply(Sizes.SHARD, in, weights, out, 0f);
    return out;
  }

  @Benchmark
  public Tensor weightGradient() {
    Matrices.multiplyTransposedA(Sizes.SHARD, in, out, weights, 0f);
    return weights;
  }

  @Benchmark
  public Tensor inputGradient() {
    Matrices.multiplyTransposedB(Sizes.SHARD, out, weights, in, 0f);
    return in;
  }
}
