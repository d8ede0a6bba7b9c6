package io.venturi.report;

import io.venturi.application.report.Table;
import java.util.List;
import java.util.regex.Pattern;

/** A table in a box of its own, in which it can be scrolled sideways where the page is narrow. */
final class HtmlTable {

  private static final Pattern NUMBER =
      Pattern.compile("[-−+±~≈<>]?\\s*(\\d[\\d,.\\u202f]*([eE][-+]?\\d+)?|∞|NaN)\\s*(%|×)?");

  private HtmlTable() {}

  static String of(Table table) {
    StringBuilder html = new StringBuilder();
    String title = Html.escape(table.title());
    html.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
        .append(title)
        .append("\">\n<table>\n<caption>")
        .append(title)
        .append("</caption>\n<thead><tr>");
    for (int i = 0; i < table.columns().size(); i++) {
      cell(html, "th scope=\"col\"", "th", numeric(table, i), table.columns().get(i));
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : table.rows()) {
      html.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        cell(html, "td", "td", numeric(table, i), row.get(i));
      }
      html.append("</tr>\n");
    }
    return html.append("</tbody>\n</table>\n</div>\n").toString();
  }

  private static void cell(
      StringBuilder html, String start, String end, boolean number, String text) {
    html.append('<').append(start).append(number ? " class=\"number\"" : "").append('>');
    html.append(Html.escape(text)).append("</").append(end).append('>');
  }

  /** Whether a column has numbers alone, apart from cells that are empty. */
  private static boolean numeric(Table table, int column) {
    boolean any = false;
    for (List<String> row : table.rows()) {
      String cell = row.get(column).strip();
      if (!cell.isEmpty()) {
        if (!NUMBER.matcher(cell).matches()) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }
}
