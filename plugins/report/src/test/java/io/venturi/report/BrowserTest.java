package io.venturi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report in a browser, where there is one: Chromium or Chrome on the path. */
class BrowserTest {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final int[] WIDTHS = {400, 1280};

  @TempDir Path folder;

  /** On a phone as on a desk nothing sticks out at the right. */
  @Test
  void isNoWiderThanItsWindow() throws Exception {
    Optional<Path> browser = browser();
    assumeTrue(browser.isPresent(), "no Chromium on the path");
    Demo.report().write(folder);
    StringBuilder frames = new StringBuilder();
    for (int width : WIDTHS) {
      frames.append("<iframe width=\"%d\" height=\"900\" srcdoc=\"\"></iframe>".formatted(width));
    }
    // Frames have the widths that windows would have, of which a browser has a smallest.
    Path page = folder.resolve("frames.html");
    Files.writeString(
        page,
        """
        <!DOCTYPE html>
        <html><body><template>%s</template>%s<p id="widths"></p>
        <script>
        const page = document.querySelector("template").innerHTML;
        const frames = [...document.querySelectorAll("iframe")];
        const widths = [];
        frames.forEach(frame => {
          frame.onload = () => {
            const root = frame.contentDocument.documentElement;
            if (!frame.contentDocument.querySelector("h1")) return;
            widths.push(root.scrollWidth <= root.clientWidth
                ? "fits" : root.scrollWidth + " of " + root.clientWidth);
            document.querySelector("#widths").textContent = "widths: " + widths.join(", ") + ";";
          };
          frame.srcdoc = page;
        });
        </script></body></html>
        """
            .formatted(Files.readString(folder.resolve("report.html")), frames));

    String dom = dom(browser.get(), page);
    int from = dom.indexOf("<p id=\"widths\">"); // Not all of it: images are in it.
    assertThat(dom.substring(from, dom.indexOf("</p>", from))).endsWith("widths: fits, fits;");
  }

  private String dom(Path browser, Path page) throws IOException, InterruptedException {
    Path output = folder.resolve("dom");
    Process process =
        new ProcessBuilder(
                browser.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=5000",
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assumeTrue(process.waitFor(60, TimeUnit.SECONDS), "Chromium does not answer");
    } finally {
      process.destroyForcibly();
    }
    assumeTrue(process.exitValue() == 0, "Chromium does not start");
    return Files.readString(output);
  }

  private static Optional<Path> browser() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator))
        .flatMap(each -> NAMES.stream().map(name -> Path.of(each, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
