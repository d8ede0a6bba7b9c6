package io.venturi.spi;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Who uses something that must not be freed under them, counted in places far enough apart that
 * threads do not get into one another's way. Entering and leaving allocates nothing.
 *
 * <p>A user counts itself, then looks whether this is closed; who closes says so, then looks at the
 * counts. So either the user is refused, or its end is waited for.
 */
final class Lease {

  private static final int STRIPES = 64;

  /** Counts of one cache line. */
  private static final int SPACING = 16;

  private static final int SPINS = 1000;
  private static final long PAUSE_NANOS = 50_000;

  private final AtomicIntegerArray users = new AtomicIntegerArray((STRIPES + 1) * SPACING);
  private volatile boolean closed;

  /** Whether this thread may use it now; if so, it leaves later. */
  boolean enter() {
    int stripe = stripe();
    users.incrementAndGet(stripe);
    if (closed) {
      users.decrementAndGet(stripe);
      return false;
    }
    return true;
  }

  /** Called by the thread that entered. */
  void leave() {
    users.decrementAndGet(stripe());
  }

  /** Lets nobody in any more and waits until nobody is. Returns whether it was open until now. */
  boolean close() {
    if (closed) {
      return false;
    }
    closed = true;
    for (int stripe = 1; stripe <= STRIPES; stripe++) {
      for (int spins = 0; users.get(stripe * SPACING) > 0; spins++) {
        if (spins < SPINS) {
          Thread.onSpinWait();
        } else {
          LockSupport.parkNanos(this, PAUSE_NANOS);
        }
      }
    }
    return true;
  }

  private static int stripe() {
    return ((int) Thread.currentThread().getId() & (STRIPES - 1)) * SPACING + SPACING;
  }
}
