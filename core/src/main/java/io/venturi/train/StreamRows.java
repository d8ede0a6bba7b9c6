package io.venturi.train;

import io.venturi.data.RowStream;
import io.venturi.data.Shuffle;
import io.venturi.error.DataException;
import io.venturi.error.Message;
import io.venturi.kernel.Seeds;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A stream's rows in windows. While training goes through one window, a thread of its own reads the
 * next; two are in memory, and their order does not depend on who is faster.
 *
 * <p>Two rows behind a window are read before it is given, and wait at the front of the next: so it
 * is known whether it is the last one, and the last one is not a single row.
 */
final class StreamRows implements RowSource {

  static final int LOOK_AHEAD = 2;

  private static final int PATIENCE_MILLIS = 20;
  private static final int FAREWELL_MILLIS = 2_000;

  private final String name;
  private final RowStream stream;
  private final RowRequirements checks;
  private final RowShare share;
  private final int windowRows;
  private final TrainingControl control;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread reader = new Thread(task, "venturi-reader");
            reader.setDaemon(true);
            return reader;
          });
  private final WindowBuffer[] buffers = new WindowBuffer[2];
  private @Nullable WindowReader reader;

  /** The window being read; null if none is. */
  private @Nullable Future<WindowBuffer> pending;

  private int current;
  private OptionalLong rows = OptionalLong.empty();
  private OptionalLong order = OptionalLong.empty();
  private long given;

  /**
   * Opens the stream and reads the first window, unless training is stopped meanwhile.
   *
   * @param name what messages call it
   * @param windowRows a multiple of the batch size
   * @param control by which waiting for a window ends early
   * @throws DataException if there is none, or it has rows that do not fit
   */
  StreamRows(
      String name,
      RowStream stream,
      RowRequirements checks,
      RowShare share,
      int windowRows,
      TrainingControl control) {
    this.name = name;
    this.stream = stream;
    this.checks = checks;
    this.share = share;
    this.windowRows = windowRows;
    this.control = control;
    if (share.isAll()) {
      this.rows = stream.size();
    }
    try {
      WindowReader opened = open();
      int mostRows = windowRows + LOOK_AHEAD;
      for (int i = 0; i < buffers.length; i++) {
        buffers[i] = new WindowBuffer(name, opened.shape(), checks.width(), mostRows);
      }
      read(opened);
      WindowBuffer buffer = await(Objects.requireNonNull(pending));
      if (buffer != null && buffer.last) {
        requireRows(buffer.rows);
        rows = OptionalLong.of(buffer.rows);
      }
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private WindowReader open() {
    WindowReader opened = new WindowReader(name, stream, checks, share);
    reader = opened;
    return opened;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public OptionalLong rows() {
    return rows;
  }

  @Override
  public OptionalLong expectedRows() {
    return rows.isPresent() ? rows : share.expected(stream.size());
  }

  @Override
  public Map<String, String> facts() {
    return Map.of("windowRows", Integer.toString(windowRows));
  }

  @Override
  public void begin(OptionalLong shuffle) {
    order = shuffle;
    given = 0;
    if (pending == null) { // Else it is the first epoch, whose first window is there.
      closeReader();
      buffers[current].rows = 0;
      read(open());
    }
  }

  /** Lets the thread read on, into the buffer that is not in use. */
  private void read(WindowReader from) {
    WindowBuffer buffer = buffers[current];
    int rowsWanted = windowRows + LOOK_AHEAD;
    pending =
        thread.submit(
            () -> {
              from.fill(buffer, rowsWanted);
              return buffer;
            });
  }

  @Override
  public @Nullable Window next() {
    Future<WindowBuffer> reading = pending;
    if (reading == null) {
      return null;
    }
    WindowBuffer buffer = await(reading);
    if (buffer == null) {
      return null;
    }
    pending = null;
    int count = buffer.last ? buffer.rows : windowRows;
    given += count;
    requireRows(given);
    Window window = buffer.window(count);
    if (order.isPresent()) {
      // The first window's seed is that of the epoch, so that one of all rows is shuffled as data
      // in memory is.
      Shuffle.permute(window.order, order.getAsLong());
      order = OptionalLong.of(Seeds.of(order.getAsLong(), 0));
    }
    WindowReader open = reader;
    if (!buffer.last && open != null) {
      current = 1 - current;
      buffer.moveTail(count, buffers[current]);
      read(open);
    } else {
      closeReader();
      rows = OptionalLong.of(given);
    }
    return window;
  }

  /** Null if training is stopped meanwhile. */
  private @Nullable WindowBuffer await(Future<WindowBuffer> reading) {
    while (true) {
      try {
        if (Thread.interrupted()) { // One that is there is given without looking.
          throw new InterruptedException();
        }
        return reading.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (control.isStopped()) {
          return null;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DataException(e, Message.READ_FAILED, name, "the thread was interrupted");
      } catch (ExecutionException e) {
        throw failed(e);
      }
    }
  }

  /** What failed on the reader's thread; Java's own errors pass. */
  private DataException failed(ExecutionException failure) {
    if (failure.getCause() instanceof Error error) {
      throw error;
    }
    return failure.getCause() instanceof DataException known
        ? known
        : new DataException(failure, Message.READ_FAILED, name, failure);
  }

  /** A stream without rows is found out by its reader; a share may have none of them. */
  private void requireRows(long count) {
    if (count == 0) {
      throw new DataException(
          Message.BAD_SPLIT, name, share.fraction(), "one part of it has no rows");
    }
  }

  private void closeReader() {
    WindowReader open = reader;
    if (open != null) {
      reader = null;
      open.close();
    }
  }

  /** Ends the thread, and closes the cursor when nobody reads from it any more. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      // One that waits for a network may not notice; closing it is then what wakes it up.
      thread.awaitTermination(FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closeReader();
    }
  }
}
