package io.venturi.model;

import io.venturi.model.ForwardPass.Place;
import io.venturi.spi.NetworkWorkspace;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Runs one row at a time on the caller's thread, with a workspace from a fixed number of slots. A
 * thread goes to the slot of its number first, so that threads seldom meet; where it finds another
 * one, to the next that is free. A slot's workspace is made at its first use; after that nothing is
 * allocated.
 *
 * @param <W> the network's workspace
 */
final class SingleRows<W extends NetworkWorkspace> {

  /** More threads than that at the same time wait for one another. */
  private static final int SLOTS = 64;

  /** Flags of one cache line: neighbours would slow one another down. */
  private static final int SPACING = 16;

  private final ForwardPass<W> pass;
  private final AtomicIntegerArray busy = new AtomicIntegerArray((SLOTS + 1) * SPACING);
  private final AtomicReferenceArray<@Nullable W> workspaces = new AtomicReferenceArray<>(SLOTS);

  SingleRows(ForwardPass<W> pass) {
    this.pass = pass;
  }

  /** Takes one row from one place to another, into the caller's array. */
  void run(float[] row, Place from, Place to, float[] into) {
    pass.parameters().enter();
    try {
      int slot = take();
      try {
        W w = through(slot, row, from, to);
        pass.take(w, to, into, 0, 1);
      } finally {
        giveBack(slot);
      }
    } finally {
      pass.parameters().leave();
    }
  }

  /** One row's sum of squared errors, in scaled units. */
  double squaredError(float[] row) {
    pass.parameters().enter();
    try {
      int slot = take();
      try {
        return pass.squaredError(through(slot, row, Place.INPUT, Place.OUTPUT), 0);
      } finally {
        giveBack(slot);
      }
    } finally {
      pass.parameters().leave();
    }
  }

  private W through(int slot, float[] row, Place from, Place to) {
    W w = workspace(slot);
    float[] tile = w.tile(0);
    System.arraycopy(row, 0, tile, 0, row.length);
    pass.put(w, from, tile, 0, 1);
    pass.run(w, from, to);
    return w;
  }

  private W workspace(int slot) {
    W made = workspaces.get(slot);
    if (made == null) {
      made = pass.workspace(1);
      made.rows(1);
      workspaces.set(slot, made);
    }
    return made;
  }

  @SuppressWarnings("ThreadPriorityCheck") // All slots in use: the core is better used by others.
  private int take() {
    int slot = (int) Thread.currentThread().getId() & (SLOTS - 1);
    for (int tried = 1; !busy.compareAndSet((slot + 1) * SPACING, 0, 1); tried++) {
      slot = (slot + 1) & (SLOTS - 1);
      if (tried % SLOTS == 0) {
        Thread.yield();
      }
    }
    return slot;
  }

  private void giveBack(int slot) {
    busy.set((slot + 1) * SPACING, 0);
  }

  /** Frees the workspaces, when the parameters are closed and so nobody is in a slot. */
  void release() {
    for (int slot = 0; slot < SLOTS; slot++) {
      W made = workspaces.getAndSet(slot, null);
      if (made != null) {
        made.release();
      }
    }
  }
}
