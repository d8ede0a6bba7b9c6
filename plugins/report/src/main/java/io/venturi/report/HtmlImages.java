package io.venturi.report;

import io.venturi.application.report.ImageRows;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Rows of images, each a picture with its label beside or above it, as there is room; so labels are
 * legible where images shrink.
 */
final class HtmlImages {

  /** Images of a row that a page shows. */
  private static final int MOST_IMAGES = 240;

  /** Pixels of a row that a page shows. */
  private static final int MOST_PIXELS = 20_000_000;

  private final ImageRows images;
  private final int most;
  private final int longest;
  private final Pictures pictures;

  HtmlImages(ImageRows images, Pictures pictures) {
    this.pictures = pictures;
    this.most =
        Math.max(1, Math.min(MOST_IMAGES, MOST_PIXELS / (images.height() * images.width())));
    ImageRows fewer =
        new ImageRows(
            images.title(),
            images.description(),
            images.height(),
            images.width(),
            images.channels());
    for (ImageRows.Row row : images.rows()) {
      fewer.row(row.label(), first(row.images()));
    }
    this.images = fewer;
    this.longest = images.rows().stream().mapToInt(row -> row.images().length).max().orElse(0);
  }

  private float[][] first(float[][] all) {
    return all.length > most ? Arrays.copyOf(all, most) : all;
  }

  String html() {
    StringBuilder html = new StringBuilder("<figure class=\"images\">\n");
    html.append("<figcaption>").append(Html.escape(images.title()));
    if (longest > most) {
      html.append("<span class=\"note\">The first ").append(most).append(" of each row of up to ");
      html.append(longest).append(" images.</span>");
    }
    int columns = ImagePicture.columns(images);
    if (columns == 0) {
      html.append("<span class=\"note\">There is no image to show.</span></figcaption>\n");
      return html.append("</figure>\n").toString();
    }
    html.append("</figcaption>\n");
    for (ImageRows.Row row : images.rows()) {
      if (row.images().length > 0) {
        append(html, row, columns);
      }
    }
    pictures.add(images.title(), Png.of(ImagePicture.labelled(images)));
    return html.append("</figure>\n").toString();
  }

  private void append(StringBuilder html, ImageRows.Row row, int columns) {
    BufferedImage strip = ImagePicture.strip(images, row, columns);
    String label = Html.escape(row.label());
    boolean named = !row.label().isBlank();
    html.append("<div class=\"row\">");
    if (named) {
      html.append("<span class=\"label\">").append(label).append("</span>");
    }
    html.append("<img src=\"")
        .append(Html.dataUri(Png.of(strip)))
        .append("\" alt=\"")
        .append(named ? label + ". " : "")
        .append(Html.escape(images.description()))
        .append("\" width=\"")
        .append(strip.getWidth())
        .append("\" height=\"")
        .append(strip.getHeight())
        .append("\"/></div>\n");
  }
}
