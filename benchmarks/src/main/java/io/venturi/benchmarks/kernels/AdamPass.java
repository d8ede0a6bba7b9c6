package io.venturi.benchmarks.kernels;

import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.train.Adam;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Adam on all parameters of the quickstart's network, tile by tile, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AdamPass {

  private static final int TILES = (Sizes.PARAMETERS + Tiles.SIZE - 1) / Tiles.SIZE;

  private final Adam adam = new Adam(1e-3);
  private final Tensor parameters = Sizes.tensor(1, Sizes.PARAMETERS);
  private final Tensor gradients = Sizes.tensor(1, Sizes.PARAMETERS);
  private final float[][][] slots = new float[TILES][adam.slots()][Tiles.SIZE];
  private final float[] coefficients = new float[adam.coefficients()];
  private final float[] values = new float[Tiles.SIZE];
  private final float[] slopes = new float[Tiles.SIZE];
  private long step;

  @Benchmark
  public Tensor adam() {
    step++;
    adam.prepare(step, adam.learningRate(), coefficients);
    for (int tile = 0; tile < TILES; tile++) {
      int at = tile * Tiles.SIZE;
      int n = Math.min(Tiles.SIZE, Sizes.PARAMETERS - at);
      parameters.read(at, values, n);
      gradients.read(at, slopes, n);
      adam.update(coefficients, values, slopes, slots[tile], n, true);
      parameters.write(at, values, n);
    }
    return parameters;
  }
}
