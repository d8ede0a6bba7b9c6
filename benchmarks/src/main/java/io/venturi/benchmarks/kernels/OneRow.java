package io.venturi.benchmarks.kernels;

import io.venturi.data.Dataset;
import io.venturi.model.Inference;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A trained model on one row after another. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls setUp first.
public class OneRow {

  private static final int ROWS = 1024;

  @Param public Subject work;

  private final float[][] rows = new float[ROWS][];
  private Model<?> model;
  private Inference inference;
  private float[] code;
  private float[] reconstruction;
  private int next;

  @Setup
  public void setUp() {
    Dataset some = work.rows().slice(0, ROWS);
    for (int row = 0; row < ROWS; row++) {
      rows[row] = new float[work.width];
      some.read(row, rows[row], 0);
    }
    model = Venturi.create().trainer(work.spec).epochs(1).fit(some).model();
    inference = model.inference();
    code = new float[work.codes];
    reconstruction = new float[work.width];
  }

  @TearDown
  public void tearDown() {
    model.close();
  }

  private float[] row() {
    next = (next + 1) % ROWS;
    return rows[next];
  }

  @Benchmark
  public float[] encode() {
    inference.encode(row(), code);
    return code;
  }

  @Benchmark
  public float[] reconstruct() {
    inference.reconstruct(row(), reconstruction);
    return reconstruction;
  }

  @Benchmark
  public double score() {
    return inference.score(row());
  }
}
