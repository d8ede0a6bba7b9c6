package io.venturi.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Counts what the training threads have put on the heap; others, such as the console's, are not.
 */
final class HeapMeter {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final long caller = Thread.currentThread().getId();
  private long[] workers = {};

  /** Bytes so far, of the calling thread and of Venturi's workers. */
  long allocated() {
    if (workers.length == 0) {
      workers =
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.getName().startsWith("venturi-worker"))
              .mapToLong(Thread::getId)
              .toArray();
    }
    long sum = THREADS.getThreadAllocatedBytes(caller);
    return sum + Arrays.stream(workers).map(THREADS::getThreadAllocatedBytes).sum();
  }
}
