package io.venturi.benchmarks.kernels;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Whole steps of a training, from the gathering of rows to the optimizer. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TrainingStep {

  /** Steps in one go: about 50 ms, beside which handing over between threads is nothing. */
  private static final int DENSE_STEPS = 10;

  private static final int TABULAR_STEPS = 2000;

  /** A training that goes on. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // JMH calls begin first.
  public abstract static class Running {

    @Param({"1", "2"})
    public int threads;

    private PacedTraining training;

    abstract Subject work();

    double make(int steps) {
      return training.make(steps);
    }

    @Setup
    public void begin() {
      training = new PacedTraining(work(), threads);
      training.make(1);
    }

    @TearDown
    public void end() throws InterruptedException {
      training.end();
    }
  }

  /** 784-256-128-32-128-256-784, batches of 256. */
  public static class Dense extends Running {
    @Override
    Subject work() {
      return Subject.DENSE;
    }
  }

  /** 30-16-8-16-30, batches of 32. */
  public static class Tabular extends Running {
    @Override
    Subject work() {
      return Subject.TABULAR;
    }
  }

  @Benchmark
  @OperationsPerInvocation(DENSE_STEPS)
  public double dense(Dense running) {
    return running.make(DENSE_STEPS);
  }

  @Benchmark
  @OperationsPerInvocation(TABULAR_STEPS)
  public double tabular(Tabular running) {
    return running.make(TABULAR_STEPS);
  }

  /** About a step's time of doing nothing: what JMH itself puts on the heap meanwhile. */
  @Benchmark
  public void nothing() {
    LockSupport.parkNanos(5_000_000);
  }
}
