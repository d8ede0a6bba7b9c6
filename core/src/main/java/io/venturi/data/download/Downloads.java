package io.venturi.data.download;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder of downloaded files. A file that is there and has the right SHA-256 is not asked for
 * again; one that is damaged is replaced. What is being downloaded has another name until all of it
 * is there and its SHA-256 is right, and a download that was interrupted goes on where it ended.
 * Several processes may use one folder.
 *
 * <p>The folder is that of the system property {@code venturi.cache}, or of the environment
 * variable {@code VENTURI_CACHE}, or else the platform's: {@code ~/.cache/venturi} (below {@code
 * XDG_CACHE_HOME} if that is set), {@code ~/Library/Caches/venturi}, or {@code
 * %LOCALAPPDATA%\venturi\cache}. It may be deleted at any time.
 */
public final class Downloads {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Times that nothing more came before the next mirror is asked. */
  private static final int ATTEMPTS = 3;

  private static final long FIRST_PAUSE_MILLIS = 100;

  /** Threads of one process wait here, since a file's lock is its process's. */
  private static final Object ONE_AT_A_TIME = new Object();

  private final Path folder;
  private final Duration patience;
  private final DownloadProgress progress;

  private Downloads(Path folder, Duration patience, DownloadProgress progress) {
    this.folder = folder;
    this.patience = patience;
    this.progress = progress;
  }

  /** The folder that the user names, or else the platform's. */
  public static Downloads standard() {
    return into(Folders.cache());
  }

  /** Any folder; it is made when it is needed. */
  public static Downloads into(Path folder) {
    return new Downloads(folder, PATIENCE, (file, source, bytes, total) -> {});
  }

  /** The same, and somebody is told how downloads get on. */
  public Downloads progress(DownloadProgress listener) {
    return new Downloads(folder, patience, listener);
  }

  /** The same, with another time to wait for an answer and for each next piece of it; 30 s else. */
  public Downloads patience(Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("A patience of " + time + ": it is longer than nothing.");
    }
    return new Downloads(folder, time, progress);
  }

  /** Where the files are. */
  public Path folder() {
    return folder;
  }

  /** Whether a file is here, whole and right: nothing is downloaded to find out. */
  public boolean has(String set, RemoteFile file) {
    Path target = folder.resolve(set).resolve(file.name());
    return Files.isRegularFile(target) && Content.fault(target, file).isEmpty();
  }

  /**
   * A file, downloaded if it is not here.
   *
   * @param set name of the folder within this one, such as {@code mnist}
   * @return where it is, whole and right
   * @throws DataException if no mirror gave it, or it cannot be written
   */
  public Path get(String set, RemoteFile file) {
    Path target = folder.resolve(set).resolve(file.name());
    if (has(set, file)) {
      return target;
    }
    synchronized (ONE_AT_A_TIME) {
      try {
        Files.createDirectories(target.getParent());
        Path lock = target.resolveSibling(target.getFileName() + ".lock");
        try (FileChannel channel =
                FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = channel.lock()) {
          assert held.isValid();
          if (!has(set, file)) { // Else another process was faster.
            download(file, new PartFile(target));
          }
        }
      } catch (InterruptedException
          | FileLockInterruptionException
          | ClosedByInterruptException e) {
        Thread.currentThread().interrupt();
        throw new DataException(e, Message.DOWNLOAD_FAILED, file.name(), "it was interrupted");
      } catch (PartFile.DiskException e) {
        throw new DataException(
            e, Message.DOWNLOAD_UNWRITABLE, target, String.valueOf(e.getMessage()));
      } catch (IOException e) {
        throw new DataException(e, Message.DOWNLOAD_UNWRITABLE, target, e);
      }
    }
    return target;
  }

  private void download(RemoteFile file, PartFile part) throws IOException, InterruptedException {
    Transfer transfer = new Transfer(patience, progress);
    List<String> failures = new ArrayList<>();
    for (URI mirror : file.mirrors()) {
      String failure = from(mirror, file, part, transfer);
      if (failure.isEmpty()) {
        part.complete();
        return;
      }
      failures.add(mirror + ": " + failure);
    }
    throw new DataException(Message.DOWNLOAD_FAILED, file.name(), String.join("; ", failures));
  }

  /** Empty if the whole, right file has come; else why not. */
  private static String from(URI mirror, RemoteFile file, PartFile part, Transfer transfer)
      throws IOException, InterruptedException {
    String failure = "";
    long most = part.size();
    for (int vain = 0; vain < ATTEMPTS; vain++) {
      if (vain > 0) {
        Thread.sleep(FIRST_PAUSE_MILLIS << vain);
      }
      boolean continued = !part.version().isEmpty();
      try {
        transfer.run(file, mirror, part);
        failure = Content.fault(part.part, file);
        if (failure.isEmpty()) {
          return "";
        }
        part.delete();
        if (!continued) {
          return failure; // The mirror has another file.
        }
      } catch (PartFile.DiskException e) {
        throw e;
      } catch (Transfer.RefusedException e) {
        return String.valueOf(e.getMessage());
      } catch (IOException e) {
        failure = reason(e);
      }
      if (part.size() > most) { // A bad line is no reason to give up as long as something comes.
        most = part.size();
        vain = -1;
      }
    }
    return failure;
  }

  /** The client's failures to connect have no message of their own. */
  private static String reason(IOException failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    if (root instanceof UnresolvedAddressException || root instanceof UnknownHostException) {
      return "its host is not found";
    }
    if (failure instanceof ConnectException) {
      return "it cannot be reached";
    }
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}
