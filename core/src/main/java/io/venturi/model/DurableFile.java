package io.venturi.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file so that its name stands for the old bytes or the new ones, whole, whatever fails:
 * into a temporary file beside it, forced to the disk, read back and compared, then renamed, and
 * the folder forced too. For model files, and for what applications write that has to outlast a
 * power cut. On a thread of its own, since an interrupt closes a file under its writer.
 */
public final class DurableFile {

  /** Virus scanners of Windows hold a file for a moment after it was closed. */
  private static final int MOVES = 6;

  private static final long FIRST_PAUSE_MILLIS = 5;
  private static final int CHUNK = 1 << 16;

  private final Path target;
  private final Path temporary;
  private final ByteBuffer bytes;

  private DurableFile(Path target, ByteBuffer bytes) {
    this.target = target;
    // Not by createTempFile, which lets nobody but the owner read the file.
    this.temporary =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    this.bytes = bytes;
  }

  /** The file has its new bytes, but a power cut may bring the old ones back. */
  public static final class UnconfirmedException extends IOException {

    private static final long serialVersionUID = 1;

    UnconfirmedException(IOException cause) {
      super(cause.toString(), cause);
    }
  }

  /**
   * Writes all bytes from the buffer's position to its limit. An interrupt of the calling thread
   * changes nothing and is not lost. A link of that name is replaced, not followed.
   *
   * @param path any file's, there or not, in a folder that is there
   * @throws UnconfirmedException if all is written, but the disk did not confirm the new name
   * @throws IOException if it fails; a file of that name is then as before
   */
  public static void write(Path path, ByteBuffer bytes) throws IOException {
    Path target = path.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw new IOException("it is a folder");
    }
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          Files.exists(folder)
              ? folder + " is no folder"
              : "the folder " + folder + " does not exist");
    }
    DurableFile file = new DurableFile(target, bytes);
    FutureTask<@Nullable Void> work =
        new FutureTask<>(
            () -> {
              file.write(folder);
              return null;
            });
    new Thread(null, work, "venturi-save", 0, false).start();
    await(work);
  }

  private static void await(FutureTask<@Nullable Void> work) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          work.get();
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw unwrapped(e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static IOException unwrapped(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException io ? io : new IOException(cause);
  }

  private void write(Path folder) throws IOException {
    boolean created = false;
    try (FileChannel entries = open(folder)) {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        created = true;
        ByteBuffer left = bytes.duplicate();
        while (left.hasRemaining()) {
          channel.write(left);
        }
        channel.force(true); // Once: after a failure, a second call may say yes to lost bytes.
      }
      requireWhole();
      move();
      created = false;
      if (entries != null) {
        force(entries);
      }
    } catch (Throwable e) {
      if (created) {
        discard(e);
      }
      throw e;
    }
  }

  /**
   * The folder, for its names to be forced; null where that is not possible: on Windows, and
   * without the right to read it. There the file system alone sees to names.
   */
  private static @Nullable FileChannel open(Path folder) {
    try {
      return FileChannel.open(folder, StandardOpenOption.READ);
    } catch (IOException | UnsupportedOperationException e) {
      return null;
    }
  }

  private static void force(FileChannel entries) throws IOException {
    try (entries) {
      entries.force(true);
    } catch (IOException e) {
      throw new UnconfirmedException(e);
    }
  }

  private void requireWhole() throws IOException {
    ByteBuffer expected = bytes.duplicate();
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.READ)) {
      if (channel.size() != expected.remaining()) {
        throw new IOException(
            "the disk kept " + channel.size() + " bytes of " + expected.remaining());
      }
      ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
      while (channel.read(chunk.clear()) >= 0) {
        chunk.flip();
        ByteBuffer part = expected.slice(expected.position(), chunk.remaining());
        if (!part.equals(chunk)) {
          throw new IOException("the disk gave other bytes back than were written");
        }
        expected.position(expected.position() + part.capacity());
      }
      if (expected.hasRemaining()) {
        throw new IOException("the disk gave fewer bytes back than were written");
      }
    }
  }

  private void move() throws IOException {
    long pause = FIRST_PAUSE_MILLIS;
    for (int attempt = 1; ; attempt++) {
      try {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        return;
      } catch (AccessDeniedException e) {
        if (attempt == MOVES) {
          throw e;
        }
        pause(pause);
        pause *= 2;
      }
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e); // Nobody has this thread.
    }
  }

  /** What made the write fail is what the caller hears of; a left-over file harms nothing. */
  private void discard(Throwable failure) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
