package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.FileFault;
import io.venturi.error.Message;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What readers of files have in common. */
final class Source {

  private static final int BUFFER = 1 << 16;

  /** The longest piece of a file that a message repeats. */
  private static final int LONGEST_EXCERPT = 40;

  private Source() {}

  /** Reads an open file. */
  interface Reading<T> {
    T read(BufferedInputStream source, String name) throws IOException;
  }

  /**
   * Opens a file, reads it and closes it.
   *
   * @throws DataException if it is not there, is not a regular file, or cannot be read
   */
  static <T> T read(Path file, Reading<T> reading) {
    requireRegular(file);
    try (BufferedInputStream source = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      return reading.read(source, file.toString());
    } catch (IOException e) {
      throw new DataException(e, Message.READ_FAILED, file, FileFault.reason(e));
    }
  }

  /** Refuses what is not a file to read: a pipe would block, a device might never end. */
  static void requireRegular(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new DataException(Message.FILE_NOT_FOUND, file);
    }
  }

  /** Text from a file as a message shows it: quoted, on one line, and not longer than it helps. */
  static String excerpt(String text) {
    StringBuilder shown = new StringBuilder("\"");
    int length = Math.min(text.length(), LONGEST_EXCERPT);
    for (int i = 0; i < length; i++) {
      char each = text.charAt(i);
      switch (each) {
        case '\t' -> shown.append("\\t");
        case '\n' -> shown.append("\\n");
        default -> shown.append(Character.isISOControl(each) ? '\ufffd' : each);
      }
    }
    return shown.append(text.length() > length ? "…\"" : "\"").toString();
  }
}
