package com.example.extras;

import io.venturi.application.report.ImageRows;
import io.venturi.application.report.ReportPart;
import io.venturi.application.report.ReportWriter;
import io.venturi.data.Dataset;
import java.util.Locale;
import java.util.stream.IntStream;

/** What {@link LookAlikes} has found. */
public final class Matches implements ReportPart {

  private static final int SHOWN = 10;

  private final Dataset catalogue;
  private final Dataset queries;
  private final int[][] rows;

  Matches(Dataset catalogue, Dataset queries, int[][] rows) {
    this.catalogue = catalogue;
    this.queries = queries;
    this.rows = rows;
  }

  /** The numbers of the catalogue's rows that are alike to a query, most alike first. */
  public int[] of(int query) {
    return rows[query].clone();
  }

  /**
   * The share of all that was found which has its query's label.
   *
   * @param catalogueLabels one for each row of the catalogue
   * @param queryLabels one for each query
   */
  public double sameLabel(int[] catalogueLabels, int[] queryLabels) {
    long same = 0;
    long all = 0;
    for (int q = 0; q < rows.length; q++) {
      int label = queryLabels[q];
      same += IntStream.of(rows[q]).filter(row -> catalogueLabels[row] == label).count();
      all += rows[q].length;
    }
    return (double) same / all;
  }

  @Override
  public String title() {
    return "Look-alikes";
  }

  /** The first queries over what was found for each, where rows are pictures. */
  @Override
  public void writeTo(ReportWriter report) {
    report.text(
        String.format(
            Locale.ROOT,
            "For each of %d rows, the %d of %d others whose codes are nearest.",
            rows.length,
            rows[0].length,
            catalogue.size()));
    if (catalogue.shape().length >= 2) {
      int shown = Math.min(SHOWN, rows.length);
      ImageRows images =
          new ImageRows(
              "Look-alikes", "Pictures, and under each those most alike.", catalogue.shape());
      images.row("wanted", queries.slice(0, shown).toArray());
      for (int place = 0; place < rows[0].length; place++) {
        int[] found = new int[shown];
        for (int q = 0; q < shown; q++) {
          found[q] = rows[q][place];
        }
        images.row("found " + (place + 1), catalogue.select(found).toArray());
      }
      report.images(images);
    }
  }
}
