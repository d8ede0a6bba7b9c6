package io.venturi.testkit;

import com.sun.management.ThreadMXBean;
import io.venturi.train.StepMetrics;
import io.venturi.train.TrainingListener;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Measures how many bytes a training allocates on the heap, on each of its threads, to the byte: a
 * listener of a training of one epoch with at least {@link #STEPS} steps. The first steps are left
 * out. A step that allocates shows in every stretch; what the virtual machine makes now and then,
 * where it throws compiled code away, does not, so the best stretch counts.
 */
public final class AllocationMeter implements TrainingListener {

  private static final int WARM_UP = 300;
  private static final int STRETCH = 100;
  private static final int STRETCHES = 5;

  /** How many steps it takes to measure. */
  public static final int STEPS = WARM_UP + STRETCHES * STRETCH;

  private final ThreadMXBean counters = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Set<Thread> before = Thread.getAllStackTraces().keySet();
  private final long[][] bytes = new long[STRETCHES + 1][];
  private int steps;
  private long[] ids = {};

  /** Made before the training starts, so that it knows which threads came with it. */
  public AllocationMeter() {}

  @Override
  public void stepFinished(StepMetrics metrics) {
    steps++;
    if (steps == WARM_UP) {
      ids = threads();
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = new long[ids.length];
        read(bytes[i]); // Once more, so that the first time of everything is over.
      }
    }
    if (steps >= WARM_UP && steps <= STEPS && (steps - WARM_UP) % STRETCH == 0) {
      read(bytes[(steps - WARM_UP) / STRETCH]);
    }
  }

  /** The caller's, and those of the helpers that came with this training. */
  private long[] threads() {
    return LongStream.concat(
            LongStream.of(Thread.currentThread().getId()),
            Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("venturi-worker-"))
                .filter(thread -> !before.contains(thread))
                .mapToLong(Thread::getId))
        .toArray();
  }

  private void read(long[] into) {
    for (int i = 0; i < ids.length; i++) {
      into[i] = counters.getThreadAllocatedBytes(ids[i]);
    }
  }

  /**
   * The bytes that a step allocates, over all threads, in the best stretch.
   *
   * @throws IllegalStateException if there were fewer than {@link #STEPS} steps
   */
  public double bytesPerStep() {
    if (steps < STEPS) {
      throw new IllegalStateException("there were " + steps + " steps, fewer than " + STEPS);
    }
    long least = Long.MAX_VALUE;
    for (int i = 1; i < bytes.length; i++) {
      least = Math.min(least, Arrays.stream(bytes[i]).sum() - Arrays.stream(bytes[i - 1]).sum());
    }
    return (double) least / STRETCH;
  }
}
