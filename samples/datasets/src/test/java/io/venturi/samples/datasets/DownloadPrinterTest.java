package io.venturi.samples.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DownloadPrinterTest {

  @Test
  void writesOneLineADownload() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    DownloadPrinter printer =
        new DownloadPrinter(new PrintStream(printed, true, StandardCharsets.UTF_8));
    URI source = URI.create("https://example.org/data/a.gz");
    printer.at("a.gz", source, 0, 2_000_000);
    printer.at("a.gz", source, 2_000_000, 2_000_000);
    printer.at("b.gz", source, 500_000, -1);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "\ra.gz from example.org: 0.0 of 2.0 MB"
                + "\ra.gz from example.org: 2.0 of 2.0 MB"
                + System.lineSeparator()
                + "\rb.gz from example.org: 0.5 MB");
  }
}
