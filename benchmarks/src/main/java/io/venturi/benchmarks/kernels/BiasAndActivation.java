package io.venturi.benchmarks.kernels;

import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Bias and activation on 4,096 values: flat, the bias repeated over the tile beforehand, as
 * Venturi's passes are, and row by row, as one would write it. HotSpot's C2 vectorises the first
 * and not the second, so the flat loops are to stay several times as fast.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BiasAndActivation {

  private static final int ROWS = 16;
  private static final int WIDTH = 256;
  private static final int TILE = ROWS * WIDTH;

  private final float[] source = Sizes.values(TILE);
  private final float[] tile = new float[TILE];
  private final float[] bias = Sizes.values(WIDTH);
  private final float[] repeated = new float[TILE];
  private final Relu relu = new Relu();
  private final Sigmoid sigmoid = new Sigmoid();

  public BiasAndActivation() {
    for (int i = 0; i < TILE; i++) {
      repeated[i] = bias[i % WIDTH];
    }
  }

  /** The values anew, as a matrix product leaves them; part of each of the others. */
  @Benchmark
  public float[] copyAlone() {
    System.arraycopy(source, 0, tile, 0, TILE);
    return tile;
  }

  @Benchmark
  public float[] reluFlat() {
    System.arraycopy(source, 0, tile, 0, TILE);
    relu.apply(tile, repeated, TILE);
    return tile;
  }

  @Benchmark
  public float[] reluByRows() {
    System.arraycopy(source, 0, tile, 0, TILE);
    for (int row = 0; row < ROWS; row++) {
      int first = row * WIDTH;
      for (int i = 0; i < WIDTH; i++) {
        tile[first + i] = Math.max(0f, tile[first + i] + bias[i]);
      }
    }
    return tile;
  }

  @Benchmark
  public float[] reluGradient() {
    System.arraycopy(source, 0, tile, 0, TILE);
    relu.gradient(tile, repeated, TILE);
    return tile;
  }

  @Benchmark
  public float[] sigmoidFlat() {
    System.arraycopy(source, 0, tile, 0, TILE);
    sigmoid.apply(tile, repeated, TILE);
    return tile;
  }
}
