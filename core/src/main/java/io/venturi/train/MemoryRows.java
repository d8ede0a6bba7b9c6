package io.venturi.train;

import io.venturi.data.Dataset;
import io.venturi.data.Shuffle;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Data in memory: one window. */
final class MemoryRows implements RowSource {

  private final Dataset data;
  private final Window all;
  private boolean given;

  MemoryRows(Dataset data) {
    this.data = data;
    this.all = new Window(data, identity(data.size()), true);
  }

  /** The numbers from 0 to n − 1. */
  static int[] identity(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    return order;
  }

  @Override
  public String name() {
    return data.name();
  }

  @Override
  public OptionalLong rows() {
    return OptionalLong.of(data.size());
  }

  @Override
  public void begin(OptionalLong shuffle) {
    if (shuffle.isPresent()) {
      Shuffle.permute(all.order, shuffle.getAsLong());
    }
    given = false;
  }

  @Override
  public @Nullable Window next() {
    if (given) {
      return null;
    }
    given = true;
    return all;
  }

  @Override
  public void close() {}
}
