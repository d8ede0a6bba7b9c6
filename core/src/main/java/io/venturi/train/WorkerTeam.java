package io.venturi.train;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that do one task after another together, the caller being one of them. Between
 * tasks that follow closely, as phases of training steps do, they spin; after a while without one
 * they park. Running a task allocates nothing.
 */
final class WorkerTeam implements AutoCloseable {

  /** One worker's share of the work. */
  @FunctionalInterface
  interface Task {
    void run(int worker);
  }

  /** Some 100 µs: longer than a phase's imbalance, short against a person's patience. */
  private static final int SPINS = 5_000;

  private static final Task NOTHING = worker -> {};

  private final Thread[] helpers;
  private final AtomicInteger unfinished = new AtomicInteger();
  private volatile int generation;
  private volatile boolean stopped;
  private volatile @Nullable Throwable failure;
  private Task task = NOTHING; // Published by the write to generation.

  WorkerTeam(int threads) {
    helpers = new Thread[threads - 1];
    for (int i = 0; i < helpers.length; i++) {
      int worker = i + 1;
      helpers[i] = new Thread(() -> work(worker), "venturi-worker-" + worker);
      helpers[i].setDaemon(true);
      helpers[i].start();
    }
  }

  /** How many workers, the caller included. */
  int size() {
    return helpers.length + 1;
  }

  /** Runs {@code next} on all workers and returns when every one has finished. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // Only the caller's thread writes generation.
  void run(Task next) {
    if (helpers.length == 0) {
      next.run(0);
      return;
    }
    task = next;
    failure = null; // The last task's, if its caller failed too and never asked.
    unfinished.set(helpers.length);
    generation++;
    for (Thread helper : helpers) {
      LockSupport.unpark(helper); // Costs next to nothing when the helper is not parked.
    }
    Throwable own = null;
    try {
      next.run(0);
    } catch (RuntimeException | Error e) {
      own = e;
    }
    awaitHelpers();
    rethrow(own, failure);
  }

  /** What fails on a helper reaches the caller as it would have from the caller's own share. */
  private static void rethrow(@Nullable Throwable own, @Nullable Throwable helpers) {
    Throwable first = own == null ? helpers : own;
    if (first == null) {
      return;
    }
    if (own != null && helpers != null && own != helpers) {
      own.addSuppressed(helpers);
    }
    if (first instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) first; // A task can throw nothing else.
  }

  @SuppressWarnings(
      "ThreadPriorityCheck") // Long waits are rare; the core is better used by others.
  private void awaitHelpers() {
    for (int spins = 0; unfinished.get() > 0; spins++) {
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }

  private void work(int worker) {
    int seen = 0;
    while (true) {
      for (int spins = 0; generation == seen && !stopped; spins++) {
        if (spins < SPINS) {
          Thread.onSpinWait();
        } else {
          LockSupport.park(this);
        }
      }
      if (stopped) {
        return;
      }
      seen++;
      try {
        task.run(worker);
      } catch (Throwable t) {
        failure = t;
      } finally {
        unfinished.decrementAndGet();
      }
    }
  }

  @Override
  public void close() {
    stopped = true;
    for (Thread helper : helpers) {
      LockSupport.unpark(helper);
    }
  }
}
