package io.venturi.data.download;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What of a file has come so far, under a name that nobody takes for the whole: {@code NAME.part}.
 * Beside it, in {@code NAME.part.version}, is by what its mirror tells one version of the file from
 * another: only the rest of the same version is ever put behind it.
 */
final class PartFile {

  /** A failure of this machine's disk, for which no mirror can do anything. */
  static final class DiskException extends IOException {
    private static final long serialVersionUID = 1L;

    DiskException(IOException cause) {
      super(cause.toString(), cause);
    }
  }

  private final Path target;
  final Path part;
  private final Path version;

  PartFile(Path target) {
    this.target = target;
    this.part = target.resolveSibling(target.getFileName() + ".part");
    this.version = target.resolveSibling(target.getFileName() + ".part.version");
  }

  /** The version of what is here; empty if nothing is that could be continued. */
  String version() throws DiskException {
    try {
      return Files.isRegularFile(part) && Files.isRegularFile(version) && Files.size(part) > 0
          ? Files.readString(version).strip()
          : "";
    } catch (IOException e) {
      throw new DiskException(e);
    }
  }

  long size() throws DiskException {
    try {
      return Files.isRegularFile(part) ? Files.size(part) : 0;
    } catch (IOException e) {
      throw new DiskException(e);
    }
  }

  void delete() throws DiskException {
    try {
      Files.deleteIfExists(version);
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw new DiskException(e);
    }
  }

  /** To write behind what is here. */
  Writer append() throws DiskException {
    return open(true);
  }

  /**
   * To write from the first byte on.
   *
   * @param newVersion empty if the mirror does not say
   */
  Writer restart(String newVersion) throws DiskException {
    delete();
    Writer writer = open(false);
    try {
      Files.writeString(version, newVersion, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new DiskException(e);
    }
    return writer;
  }

  private Writer open(boolean append) throws DiskException {
    try {
      return new Writer(new FileOutputStream(part.toFile(), append));
    } catch (IOException e) {
      throw new DiskException(e);
    }
  }

  /** Puts the whole file where it belongs, all at once. */
  void complete() throws DiskException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(version);
    } catch (IOException e) {
      throw new DiskException(e);
    }
  }

  /**
   * Writes, and tells its failures from those of the network. An interrupt does not close it, as it
   * would a channel.
   */
  static final class Writer implements AutoCloseable {

    private final FileOutputStream out;

    Writer(FileOutputStream out) {
      this.out = out;
    }

    void write(byte[] bytes, int count) throws DiskException {
      try {
        out.write(bytes, 0, count);
      } catch (IOException e) {
        throw new DiskException(e);
      }
    }

    /** On the disk when this returns, so that a power cut does not leave a hole in a whole file. */
    @Override
    public void close() throws DiskException {
      try (out) {
        out.getFD().sync();
      } catch (IOException e) {
        throw new DiskException(e);
      }
    }
  }
}
