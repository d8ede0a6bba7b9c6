package io.venturi.samples.datasets;

import io.venturi.data.download.DownloadProgress;
import java.io.PrintStream;
import java.net.URI;
import java.util.Locale;

/** One line a download, which is written over as it gets on. */
public final class DownloadPrinter implements DownloadProgress {

  private static final double MEGABYTE = 1e6;

  private final PrintStream out;

  /**
   * @param out where to, such as the standard error stream
   */
  public DownloadPrinter(PrintStream out) {
    this.out = out;
  }

  @Override
  public void at(String file, URI source, long bytes, long total) {
    String share = total > 0 ? String.format(Locale.ROOT, " of %.1f", total / MEGABYTE) : "";
    out.printf(
        Locale.ROOT,
        "\r%s from %s: %.1f%s MB%s",
        file,
        source.getHost(),
        bytes / MEGABYTE,
        share,
        bytes == total ? System.lineSeparator() : "");
    out.flush();
  }
}
