package io.venturi.generation;

import io.venturi.application.Neighbours;
import io.venturi.application.Quantiles;
import io.venturi.application.report.Axis;
import io.venturi.application.report.Histogram;
import io.venturi.application.report.ReportPart;
import io.venturi.application.report.ReportWriter;
import io.venturi.application.report.Table;
import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.model.Codec;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** How good generated rows are: whether they are like real ones, of all kinds, and new. */
public final class GenerationQuality implements ReportPart {

  private final String source;
  private final PrecisionRecall figures;
  private final PrecisionRecall yardstick;
  private final TrainingDistances distances;
  private final NearestPairs nearest;
  private final String unit;
  private final OptionalDouble negativeLogLikelihood;

  private GenerationQuality(
      String source,
      PrecisionRecall figures,
      PrecisionRecall yardstick,
      TrainingDistances distances,
      NearestPairs nearest,
      String unit,
      OptionalDouble negativeLogLikelihood) {
    this.source = source;
    this.figures = figures;
    this.yardstick = yardstick;
    this.distances = distances;
    this.nearest = nearest;
    this.unit = unit;
    this.negativeLogLikelihood = negativeLogLikelihood;
  }

  /**
   * Measures rows.
   *
   * @param source what the rows were drawn from
   */
  static GenerationQuality of(String source, Dataset rows, Codec maker, Reference reference) {
    DataChecks.requireWidth(rows, reference.train().width(), "the reference");
    Settings.require(
        "the number of generated rows", rows.size(), reference.neighbours() + 1, Integer.MAX_VALUE);
    if (maker == reference.judge()) {
      throw new DataException(GenerationMessage.OWN_JUDGE, "Rows drawn from " + source);
    }
    DataChecks.requireFinite(rows);
    Neighbours nearest = reference.nearest(rows);
    return new GenerationQuality(
        source,
        reference.precisionRecall(rows),
        reference.yardstick(),
        new TrainingDistances(
            Reference.distances(nearest),
            reference.heldOutDistances(),
            reference.reconstructedDistances(maker)),
        NearestPairs.of(rows, reference.train(), nearest),
        reference.unit(),
        OptionalDouble.empty());
  }

  /** What the rows were drawn from, or the name of the dataset that they are. */
  public String source() {
    return source;
  }

  /** Precision and recall against held-out rows, in the judge's codes. */
  public PrecisionRecall precisionRecall() {
    return figures;
  }

  /** Distances to the nearest training rows. */
  public TrainingDistances distances() {
    return distances;
  }

  /** The bound on −log p(x) of held-out rows, if {@link #withNegativeLogLikelihood} gave one. */
  public OptionalDouble negativeLogLikelihood() {
    return negativeLogLikelihood;
  }

  /**
   * The same with −log p(x) of held-out rows, for models that define one: {@code
   * GenerativeModel.negativeLogLikelihood} of venturi-variational measures it.
   *
   * @param nats a mean over rows
   */
  public GenerationQuality withNegativeLogLikelihood(double nats) {
    return new GenerationQuality(
        source, figures, yardstick, distances, nearest, unit, OptionalDouble.of(nats));
  }

  @Override
  public String title() {
    return "Quality of rows from " + source;
  }

  @Override
  public void writeTo(ReportWriter report) {
    report.verdict(verdict());
    report.table(table());
    report.text(
        String.format(
            Locale.ROOT,
            "Precision and recall compare %d generated rows with %d held-out ones in the codes of"
                + " another encoder (Kynkäänniemi et al., 2019); beside them those of training"
                + " rows, which are what is to be had. Reconstructions of held-out rows are the"
                + " yardstick for distances: they are as smooth as what is drawn, and smooth rows"
                + " are near to all others. Intervals are for 95 %%, of the choice of rows.",
            figures.rows(),
            figures.rows()));
    report.histogram(
        new Histogram(
            "Distance to the nearest training row",
            String.format(
                Locale.ROOT,
                "Medians: %.3f of generated rows, %.3f of held-out ones, %.3f of these"
                    + " reconstructed.",
                Quantiles.median(distances.generated()),
                Quantiles.median(distances.heldOut()),
                Quantiles.median(distances.reconstructed())),
            Axis.of(unit),
            List.of(
                new Histogram.Sample("generated", distances.generated()),
                new Histogram.Sample("held out", distances.heldOut()),
                new Histogram.Sample("held out, reconstructed", distances.reconstructed())),
            List.of()));
    nearest.writeTo(report);
  }

  private Table table() {
    Table.Builder table = Table.of("Figures", "figure", "value", "interval", "to compare with");
    row(table, "precision", figures.precision(), decimal(yardstick.precision().value()));
    row(table, "recall", figures.recall(), decimal(yardstick.recall().value()));
    row(table, "nearer to training than held-out rows", distances.nearerThanHeldOut(), "0.500");
    row(
        table,
        "nearer than reconstructed held-out rows",
        distances.nearerThanReconstructed(),
        "0.500");
    Share unseen = distances.nearOfUnseen();
    row(
        table,
        "as near to training as the nearest 1 % of reconstructions",
        distances.near(),
        decimal(unseen.value()) + ", at most " + decimal(unseen.interval().high()));
    table.row(
        "exact copies of training rows; of held-out rows beside",
        Integer.toString(distances.exactCopies()),
        "",
        Integer.toString(distances.exactCopiesHeldOut()));
    table.row("ratio of median distances", decimal(distances.ratio()), "", "1.000");
    negativeLogLikelihood.ifPresent(
        nats ->
            table.row(
                "-log p(x) of held-out rows, nats",
                String.format(Locale.ROOT, "%.2f", nats),
                "",
                ""));
    return table.build();
  }

  private static void row(Table.Builder table, String name, Share share, String yardstick) {
    table.row(
        name,
        decimal(share.value()),
        decimal(share.interval().low()) + " to " + decimal(share.interval().high()),
        yardstick);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private String verdict() {
    List<String> signs = distances.signsOfMemory();
    String memory =
        signs.isEmpty()
            ? String.format(
                Locale.ROOT,
                "They show no shift towards the training rows as a whole, and no share of copies"
                    + " above %.1f %%.",
                100 * distances.near().interval().high())
            : "Some are memorised: "
                + String.join("; ", signs)
                + ". Look at the nearest pairs for copies.";
    return String.format(
        Locale.ROOT,
        "%.0f %% of the generated rows lie where real ones do (of training rows %.0f %%), and %.0f"
            + " %% of real rows where generated ones do (%.0f %%). %s",
        100 * figures.precision().value(),
        100 * yardstick.precision().value(),
        100 * figures.recall().value(),
        100 * yardstick.recall().value(),
        memory);
  }

  /** The figures in one line. */
  @Override
  public String toString() {
    return "rows from " + source + ": " + figures + "; " + distances;
  }
}
