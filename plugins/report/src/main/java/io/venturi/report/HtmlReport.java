package io.venturi.report;

import io.venturi.application.report.ReportPart;
import io.venturi.application.report.ReportWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Results in one HTML file that opens from the disk: charts and images are in it, nothing is
 * fetched. It follows the reader's choice of light or dark, and fits a phone.
 *
 * <pre>{@code
 * Path page =
 *     HtmlReport.titled("Fashion-MNIST through 32 numbers")
 *         .add(TrainingCurves.of(run.history()))
 *         .add(Reconstructions.of(model, test, 12))
 *         .add(anomalies)                    // any result that is a ReportPart
 *         .add("In short", section -> section.verdict("PCA does as well: use it."))
 *         .add(ModelSheet.of(model))
 *         .write(Path.of("target", "report"));
 * }</pre>
 *
 * <p>Values that a chart cannot show are gaps, and counted in its caption. Where Java can write no
 * text into pictures, because there is no font, charts are tables of their figures. The same parts
 * give the same bytes where fonts are the same.
 */
public final class HtmlReport {

  private static final String NAME = "report.html";

  private final String title;
  private final List<ReportPart> parts = new ArrayList<>();
  private final String fontProblem;

  private HtmlReport(String title, String fontProblem) {
    this.title = title;
    this.fontProblem = fontProblem;
  }

  /** An empty report under this heading. */
  public static HtmlReport titled(String title) {
    return new HtmlReport(Objects.requireNonNull(title, "title"), Fonts.problem());
  }

  static HtmlReport withoutFonts(String title, String problem) {
    return new HtmlReport(title, problem);
  }

  /**
   * Adds a section below those that are there.
   *
   * @return this
   */
  public HtmlReport add(ReportPart part) {
    parts.add(Objects.requireNonNull(part, "part"));
    return this;
  }

  /**
   * Adds a section of one's own.
   *
   * @param heading a few words
   * @param contents writes what is below them
   * @return this
   */
  public HtmlReport add(String heading, Consumer<ReportWriter> contents) {
    Objects.requireNonNull(heading, "heading");
    Objects.requireNonNull(contents, "contents");
    return add(
        new ReportPart() {
          @Override
          public String title() {
            return heading;
          }

          @Override
          public void writeTo(ReportWriter report) {
            contents.accept(report);
          }
        });
  }

  /**
   * Writes the page, and its pictures beside it as PNG files, whose names begin with the page's.
   * Files of these names are replaced, each of them whole: first the pictures, then the page, which
   * needs none of them, as they are in it. Pictures of the page that was there before which are not
   * of this one are deleted then.
   *
   * @param target a folder, which is made if it is not there, for {@code report.html}; or a file
   *     that ends with {@code .html}
   * @return the page's file
   * @throws ReportException if there is no section, or a file cannot be written; it is then as
   *     before, as is the page, but pictures that come before it may be new
   */
  public Path write(Path target) {
    if (parts.isEmpty()) {
      throw new ReportException(ReportMessage.NO_PARTS, title);
    }
    String last = String.valueOf(target.getFileName());
    Path page = last.toLowerCase(Locale.ROOT).endsWith(".html") ? target : target.resolve(NAME);
    String name = String.valueOf(page.getFileName());
    Pictures pictures = new Pictures(name.substring(0, name.length() - ".html".length()));
    String html = html(pictures);
    Set<String> stale = pictures.stale(page);
    pictures.files().forEach((file, png) -> WholeFile.write(page.resolveSibling(file), png));
    WholeFile.write(page, html.getBytes(StandardCharsets.UTF_8));
    Pictures.delete(page, stale);
    return page;
  }

  private String html(Pictures pictures) {
    StringBuilder contents = new StringBuilder();
    StringBuilder sections = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      ReportPart part = parts.get(i);
      String heading = Html.escape(part.title());
      HtmlSection section = new HtmlSection(pictures, fontProblem);
      part.writeTo(section);
      contents.append("<li><a href=\"#section-%d\">%s</a></li>\n".formatted(i + 1, heading));
      sections
          .append("<section id=\"section-%d\">\n<h2>%s</h2>\n".formatted(i + 1, heading))
          .append(section.html())
          .append("</section>\n");
    }
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        %s
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <header>
        <h1>%s</h1>
        <nav aria-label="Sections"><ul>
        %s</ul></nav>
        </header>
        <main>
        %s</main>
        </body>
        </html>
        """
        .formatted(
            pictures.list(), Html.escape(title), style(), Html.escape(title), contents, sections);
  }

  private static String style() {
    try (InputStream source = HtmlReport.class.getResourceAsStream("report.css")) {
      if (source == null) {
        throw new IllegalStateException(
            "report.css is missing beside " + HtmlReport.class + ": was the jar repackaged?");
      }
      return new String(source.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
