package io.venturi.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads from a connection on a thread of its own, so that nobody waits longer than there is
 * patience, or after an interrupt, which the JDK's stream does not always notice.
 */
final class StallGuard implements AutoCloseable {

  private final InputStream source;
  private final Duration patience;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread reader = new Thread(task, "venturi-download");
            reader.setDaemon(true);
            return reader;
          });

  StallGuard(InputStream source, Duration patience) {
    this.source = source;
    this.patience = patience;
  }

  /**
   * Reads the next bytes.
   *
   * @return how many; negative at the end
   * @throws IOException if the connection fails, or nothing comes for too long
   */
  int read(byte[] block) throws IOException, InterruptedException {
    Future<Integer> count = thread.submit(() -> source.read(block));
    try {
      return count.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new IOException("nothing came for " + Math.max(1, patience.toSeconds()) + " s", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IOException(e.getCause());
    }
  }

  /** Ends the thread; closing the connection is what ends a read under way. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
