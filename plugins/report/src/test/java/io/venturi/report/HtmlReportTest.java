package io.venturi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {

  @TempDir Path folder;

  private static Document parsed(Path page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(Files.readString(page))));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  @Test
  void isOnePageThatNeedsNothingElse() throws Exception {
    Path page = Demo.report().write(folder.resolve("new").resolve("report"));
    assertThat(page).isEqualTo(folder.resolve("new").resolve("report").resolve("report.html"));

    Document document = parsed(page);
    assertThat(elements(document, "h1"))
        .extracting(Element::getTextContent)
        .containsExactly("What autoencoders <see> & make of clothes");
    assertThat(elements(document, "h2"))
        .extracting(Element::getTextContent)
        .containsExactly("Compared with PCA", "Codes", "Anomalies");
    assertThat(document.getDocumentElement().getTextContent())
        .contains("The autoencoder is better than PCA: 0.0124 against 0.0154.", "0.01537");
    assertThat(elements(document, "img"))
        .extracting(image -> image.getAttribute("alt"))
        .containsExactly(
            Demo.bars().description(),
            Demo.codes().description(),
            "originals. Twelve patterns, twice.",
            "reconstructions. Twelve patterns, twice.",
            Demo.errors().description(),
            Demo.roc().description(),
            Demo.rates().description());
    for (String name : List.of("img", "source", "script", "link", "iframe")) {
      for (Element element : elements(document, name)) {
        String address = element.getAttribute(name.equals("source") ? "srcset" : "src");
        assertThat(address).startsWith("data:image/png;base64,");
      }
    }
    assertThat(elements(document, "a"))
        .allSatisfy(link -> assertThat(link.getAttribute("href")).startsWith("#"));
    assertThat(Files.readString(page)).doesNotContain("http", "@import", "url(");
  }

  @Test
  void keepsItsPicturesBesideIt() throws IOException {
    Demo.report().write(folder.resolve("clothes.html"));
    Map<String, byte[]> files = files(folder);
    assertThat(files.keySet())
        .containsExactly(
            "clothes-01-test-error.png",
            "clothes-02-codes-by-label.png",
            "clothes-03-originals-over-reconstructions.png",
            "clothes-04-errors-of-rows.png",
            "clothes-05-roc-curve.png",
            "clothes-06-rate-and-distortion.png",
            "clothes.html");
    BufferedImage chart =
        Objects.requireNonNull(ImageIO.read(folder.resolve("clothes-01-test-error.png").toFile()));
    assertThat(chart.getWidth()).isEqualTo(1080);
    assertThat(chart.getHeight()).isEqualTo(720);
    BufferedImage images =
        Objects.requireNonNull(
            ImageIO.read(folder.resolve("clothes-03-originals-over-reconstructions.png").toFile()));
    assertThat(images.getHeight()).isEqualTo(4 + 2 * (4 * 28 + 4));
    assertThat(Files.size(folder.resolve("clothes.html"))).isLessThan(2_000_000);
  }

  @Test
  void givesTheSameBytesAgain() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    Demo.report().write(first);
    Demo.report().write(second);
    Map<String, byte[]> again = files(second);
    assertThat(again.keySet()).isEqualTo(files(first).keySet());
    files(first).forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));
  }

  @Test
  void anEmptyReportIsRefused() {
    assertThatThrownBy(() -> HtmlReport.titled("Sensors").write(folder.resolve("never")))
        .isInstanceOf(ReportException.class)
        .hasMessage(
            "[AE-480] The report \"Sensors\" has nothing to show: add a part before it is"
                + " written.");
    assertThat(folder.resolve("never")).doesNotExist();
  }

  @Test
  void whatIsThereStaysWhereNothingCanBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    HtmlReport report = HtmlReport.titled("Words").add("One", section -> section.text("two"));
    assertThatThrownBy(() -> report.write(file))
        .isInstanceOf(ReportException.class)
        .hasMessageStartingWith("[AE-481] " + file.resolve("report.html") + " cannot be written: ")
        .hasMessageEndingWith(
            ". A file of that name is as before; mend that, or name another place.");
    assertThat(file).hasContent("mine");

    // A picture's name is taken by a folder: the page of before is untouched, and nothing is left.
    Path page = report.write(folder.resolve("r"));
    Path taken = folder.resolve("r").resolve("report-01-test-error.png");
    Files.createDirectories(taken);
    byte[] before = Files.readAllBytes(page);
    assertThatThrownBy(() -> Demo.report().write(folder.resolve("r")))
        .isInstanceOf(ReportException.class)
        .hasMessage(
            "[AE-481] "
                + taken
                + " cannot be written: it is a folder. A file of that name is as before; mend that,"
                + " or name another place.");
    assertThat(page).hasBinaryContent(before);
    try (Stream<Path> left = Files.list(folder.resolve("r"))) {
      assertThat(left).containsExactlyInAnyOrder(page, taken);
    }
  }

  @Test
  void picturesOfThePageBeforeAreDeletedAndNoOthers() throws IOException {
    Demo.report().write(folder);
    Path mine = Files.writeString(folder.resolve("report-07-mine.png"), "mine");
    Path other = folder.resolve("report-02.html");
    Demo.report().write(other);

    HtmlReport.titled("Fewer")
        .add("One", section -> section.bars(Demo.bars()))
        .write(folder.resolve("report.html"));

    assertThat(files(folder).keySet())
        .containsExactly(
            "report-01-test-error.png",
            "report-02-01-test-error.png",
            "report-02-02-codes-by-label.png",
            "report-02-03-originals-over-reconstructions.png",
            "report-02-04-errors-of-rows.png",
            "report-02-05-roc-curve.png",
            "report-02-06-rate-and-distortion.png",
            "report-02.html",
            "report-07-mine.png",
            "report.html");
    assertThat(mine).hasContent("mine");
  }

  /** The list could be anybody's: names in it that no picture has are left alone. */
  @Test
  void aListOfOtherFilesDeletesNone() throws IOException {
    Path page = folder.resolve("report.html");
    Files.writeString(
        page, "<meta name=\"pictures\" content=\"-01-../../x.png -01.png .. .html -01-a.txt\"/>");
    Path text = Files.writeString(folder.resolve("report-01-a.txt"), "mine");
    HtmlReport.titled("Words").add("One", section -> section.text("two")).write(page);
    assertThat(text).hasContent("mine");
    assertThat(page).content().contains("<meta name=\"pictures\" content=\"\"/>");
  }

  /** A picture that cannot be written leaves the page of before, which shows what it showed. */
  @Test
  void thePageIsWrittenLast() throws IOException {
    Path page = HtmlReport.titled("Old").add("One", section -> section.text("two")).write(folder);
    byte[] before = Files.readAllBytes(page);
    Files.createDirectories(folder.resolve("report-02-codes-by-label.png"));
    assertThatThrownBy(() -> Demo.report().write(folder)).isInstanceOf(ReportException.class);
    assertThat(page).hasBinaryContent(before);
  }
}
