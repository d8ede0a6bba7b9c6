package io.venturi.train;

import io.venturi.data.Dataset;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a training, or of its validation: epoch by epoch, and within an epoch window by
 * window. Data in memory is one window of all its rows; of a stream, a window is what is in memory.
 * All windows of an epoch but the last have a multiple of the batch size, and the last one is not a
 * single row if another came before, so that batches are cut as if there were one window.
 */
interface RowSource extends AutoCloseable {

  /** Rows that are in memory, and the order to take them in. */
  final class Window {
    final Dataset data;
    final int[] order;
    final boolean last;

    Window(Dataset data, int[] order, boolean last) {
      this.data = data;
      this.order = order;
      this.last = last;
    }

    int rows() {
      return order.length;
    }
  }

  /** What messages call the data. */
  String name();

  /** Rows of an epoch, if it is known how many. */
  OptionalLong rows();

  /** Rows of an epoch or nearly as many, for what only goes by how much of one is done. */
  default OptionalLong expectedRows() {
    return rows();
  }

  /** A batch has no more rows than an epoch, if it is known how many that are. */
  default int batchOf(int batchSize) {
    return (int) Math.min(batchSize, rows().orElse(batchSize));
  }

  /** What a model's provenance has to say of them, beside name and number. */
  default Map<String, String> facts() {
    return Map.of();
  }

  /**
   * Begins an epoch.
   *
   * @param shuffle the seed of its order; if empty, rows come as they are
   */
  void begin(OptionalLong shuffle);

  /**
   * The next window of the epoch; the one before it is no longer used. Null after the last one, or
   * if training was stopped while this one was waited for.
   *
   * @throws io.venturi.error.DataException if it cannot be read
   */
  @Nullable Window next();

  @Override
  void close();
}
