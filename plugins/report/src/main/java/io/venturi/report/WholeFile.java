package io.venturi.report;

import io.venturi.error.FileFault;
import io.venturi.model.DurableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of reports: each as it was, or as it is to be. */
final class WholeFile {

  private WholeFile() {}

  /**
   * Makes the folder and writes a file, or replaces one.
   *
   * @throws ReportException if it cannot be written; a file of that name is then as before
   */
  static void write(Path file, byte[] bytes) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      DurableFile.write(file, ByteBuffer.wrap(bytes));
    } catch (DurableFile.UnconfirmedException e) {
      // It is written: only a power cut might undo that, and a report can be made again.
    } catch (IOException e) {
      throw new ReportException(
          e, ReportMessage.CANNOT_WRITE, file.toAbsolutePath(), FileFault.reason(e));
    }
  }
}
