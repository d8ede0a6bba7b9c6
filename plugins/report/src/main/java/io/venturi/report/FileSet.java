package io.venturi.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Files that are written together: all of them beside their names first, then renamed in their
 * order, so that a disk that is full or closed leaves what was there.
 */
final class FileSet {

  private final Map<Path, byte[]> files = new LinkedHashMap<>();

  void add(Path file, byte[] bytes) {
    files.put(file, bytes);
  }

  /**
   * Makes the folders and writes all files.
   *
   * @throws ReportException that names the file which cannot be written
   */
  void write() {
    Map<Path, Path> parts = new LinkedHashMap<>();
    try {
      files.forEach((file, bytes) -> parts.put(part(file, bytes), file));
      parts.forEach(FileSet::move);
    } finally {
      parts.keySet().forEach(FileSet::discard);
    }
  }

  private static Path part(Path file, byte[] bytes) {
    // Not by createTempFile, which lets nobody but the owner read the file.
    Path part = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      if (Files.isDirectory(file)) {
        throw new IOException("it is a folder");
      }
      Files.write(part, bytes);
      return part;
    } catch (IOException e) {
      discard(part);
      throw failure(file, e);
    }
  }

  private static void move(Path part, Path file) {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private static ReportException failure(Path file, IOException e) {
    String reason = String.valueOf(e.getMessage());
    if (e instanceof AccessDeniedException) {
      reason = "no right to write " + reason;
    } else if (e instanceof NoSuchFileException) {
      reason = "there is no " + reason;
    } else if (e.getClass() != IOException.class) {
      reason = e.getClass().getSimpleName() + ": " + reason; // Often a path alone.
    }
    return new ReportException(e, ReportMessage.CANNOT_WRITE, file.toAbsolutePath(), reason);
  }

  /** A left-over file harms nothing. */
  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // What made the write fail is what the caller hears of.
    }
  }
}
